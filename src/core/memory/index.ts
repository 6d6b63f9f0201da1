export { type Audience, defineEvent, type EventKind, eventKinds, type Subject } from './event.rules.ts'
export { eventById, eventsAbout } from './event.sql.ts'
export { record, setListeners } from './event.verbs.ts'
export { noteRead } from './read-log.ts'
