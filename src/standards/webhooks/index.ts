export { seedWebhooks } from './demo/seed.ts'
