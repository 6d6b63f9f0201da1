export { seedServices } from './demo/seed.ts'
export { type Experience, type OnlineForm, registerExperience, registerOnlineForms } from './online.ts'
export { publicServices, versionsOf } from './public.sql.ts'
export { findServices } from './search.ts'
export { type ServiceShown, serviceShown, shownOf } from './service.read.ts'
export {
  differences,
  missingEnglish,
  type Service,
  ServiceContent,
  type ServiceVersion,
  trustLevels,
  type WordPart,
  wordParts,
} from './service.rules.ts'
export { type DeskLine, type DeskState, deskServices, draftsLike, serviceById, serviceBySlug } from './service.sql.ts'
export { PUBLISH_SERVICES, publishService, removeService, restoreService, saveService, takeServiceBack } from './service.verbs.ts'
export { ServiceWords } from './service.view.tsx'
export { type Situation, SituationInput, situationIcons } from './situation.rules.ts'
export { situations } from './situation.sql.ts'
export { moveSituation, removeSituation, saveSituation, WRITE_SERVICES } from './situation.verbs.ts'
