// The door for browser code of other modules (`x.browser.ts`).
export { placeOf, placeText } from './photo-place.ts'
export { shrunk } from './shrink.ts'
