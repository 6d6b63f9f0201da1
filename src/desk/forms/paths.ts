import { servicePath } from '../services/index.ts'

/** The form of a service lies below the service. */
export const formPath = (id: string): string => `${servicePath(id)}/formular`
/** The same as routes name it. */
export const ONE = '/verwaltung/dienste/:id{[0-9a-f-]{36}}/formular'
export const ONLINE = '/verwaltung/dienste/:id{[0-9a-f-]{36}}/online'
/** Every form of the town, also those that wait for a service. */
export const FORMS = '/verwaltung/formulare'
