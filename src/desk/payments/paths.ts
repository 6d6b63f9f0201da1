export const PATH = '/amt/zahlungen'
export const INCOMING = `${PATH}/eingang`
export const STATEMENTS = `${PATH}/auszug`
export const PROVIDER = '/verwaltung/zahlungen'
