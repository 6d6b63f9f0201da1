export { demoGeography } from './demo-geography.ts'
export * from './geography.ts'
