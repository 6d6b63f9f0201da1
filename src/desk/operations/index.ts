export { setDeclared } from './operations.rules.ts'
