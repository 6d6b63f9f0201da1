export { createDirectory, type Directory } from './directory.ts'
export { publicAddress } from './town.address.ts'
