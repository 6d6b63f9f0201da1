export { type Done, importOpen311 } from './import.ts'
