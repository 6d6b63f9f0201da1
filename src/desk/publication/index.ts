export { publicationFor } from './publication.read.ts'
export { publicationRoutes } from './publication.routes.ts'
export { dayWords, type Publication, PublicationState, PublicationSteps, ScheduledVersions } from './publication.view.tsx'
