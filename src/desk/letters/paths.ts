export const PATH = '/verwaltung/briefe'
export const HEAD_PATH = `${PATH}/kopf`
export const ONE = `${PATH}/:id{[0-9a-f-]{36}}`
