/** Where services are written; the forms of a service lie below its own page. */
export const SERVICES_PATH = '/verwaltung/dienste'
export const servicePath = (id: string): string => `${SERVICES_PATH}/${id}`
export const SITUATIONS_PATH = `${SERVICES_PATH}/lebenslagen`
