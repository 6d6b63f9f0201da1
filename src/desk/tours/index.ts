export { metres, tourOf } from './tour.rules.ts'
