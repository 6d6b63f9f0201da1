import { type Entry, type EntryFile, isFree, isOf } from '../entry.rules.ts'
import type { Store } from '../store.ts'

/** For tests: keeps everything in this process, and copies as the device does. */
export function memoryStore(): Store {
  const entries = new Map<string, Entry>()
  const files = new Map<string, EntryFile>()
  const owners = new Map<string, string>()
  const owned = new Map<string, { owner: string; value: unknown }>()
  const at = (a: string, b: string | number) => `${a} ${b}`
  const removeFiles = (entry: string) => {
    for (const [key, file] of files) if (file.entry === entry) files.delete(key)
  }
  const removeOwned = (base: string) => {
    for (const key of owned.keys()) if (key.startsWith(at(base, ''))) owned.delete(key)
  }
  const remove = (id: string) => {
    entries.delete(id)
    removeFiles(id)
  }
  const all = (base: string) => [...entries.values()].filter((entry) => entry.base === base).map((entry) => ({ ...entry }))
  const owner = (base: string) => owners.get(base) ?? ''
  return {
    all: async (base) => all(base),
    get: async (id) => entries.get(id),
    write: async (entry, photos, now) => {
      const known = entries.get(entry.id)
      if (known && !isFree(known, now)) return false
      entries.set(entry.id, { ...entry })
      removeFiles(entry.id)
      for (const file of photos) files.set(at(file.entry, file.n), file)
      return true
    },
    change: async (id, change) => {
      const known = entries.get(id)
      const next = known && change({ ...known })
      if (!next) return undefined
      entries.set(id, next)
      if (next.state === 'sent') removeFiles(id)
      return { ...next }
    },
    remove: async (id) => remove(id),
    files: async (entry) => [...files.values()].filter((file) => file.entry === entry).sort((a, b) => a.n - b.n),
    putFile: async (file) => void (files.has(at(file.entry, file.n)) && files.set(at(file.entry, file.n), file)),
    owner: async (base) => owner(base),
    setOwner: async (base, next) => {
      if (next !== owner(base)) removeOwned(base)
      owners.set(base, next)
    },
    own: async (base, key) => {
      const kept = owned.get(at(base, key))
      return kept?.owner === owner(base) ? kept?.value : undefined
    },
    keepOwn: async (base, key, value) => {
      if (value === undefined) owned.delete(at(base, key))
      else if (owner(base)) owned.set(at(base, key), { owner: owner(base), value })
    },
    wipe: async (base) => {
      for (const entry of all(base)) if (isOf(entry, owner(base))) remove(entry.id)
      owners.delete(base)
      removeOwned(base)
    },
  }
}
