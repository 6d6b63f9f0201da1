import { CHANNEL, deviceStore, type Store } from '../queue/store.ts'

/** Calls `changed` whenever something on the device changes, here or in another tab. Returns how to stop. */
export function onDeviceChange(changed: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = changed
  window.addEventListener(CHANNEL, changed)
  return () => {
    channel.close()
    window.removeEventListener(CHANNEL, changed)
  }
}

let channel: BroadcastChannel | undefined
let store: Store | undefined

/** The store of this device, which tells every tab what happens. */
export function device(): Store {
  store ??= deviceStore(() => {
    channel ??= new BroadcastChannel(CHANNEL)
    channel.postMessage('')
    window.dispatchEvent(new Event(CHANNEL))
  })
  return store
}
