export { afterPlace, placeAfter } from './paging.ts'
export { atFields } from './reports/category-form.rules.ts'
