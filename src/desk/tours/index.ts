export { lengthOf, metres, tourOf } from './tour.rules.ts'
