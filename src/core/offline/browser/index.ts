// The door for browser code of other modules (`x.browser.ts`): what is kept on the device and sent later.
export { type Entry, type EntryFile, isOf, SIGN_IN } from '../queue/entry.rules.ts'
export { newCode, newKey, newSecret } from '../queue/key.ts'
export { device, onDeviceChange } from './device.ts'
export { keepEntry, type Written, type WrittenPhoto } from './keep.ts'
export { ownerHere } from './owner.ts'
export { sendFromHere } from './sending.ts'
