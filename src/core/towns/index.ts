export { type DemoTown, demoTowns, seedTown } from './demo/seed.ts'
export { createDirectory, type Directory } from './directory.ts'
export { publicAddress } from './town.address.ts'
