export { type Done, type InTown, importOpen311 } from './import.ts'
