import { type Entry, type EntryFile, isFree, isOf } from './entry.rules.ts'

/** What is kept on the device. Every change of an entry is one transaction, so two tabs cannot both take it. */
export type Store = {
  all(base: string): Promise<Entry[]>
  get(id: string): Promise<Entry | undefined>
  /**
   * Keeps an entry with exactly these photos, in one go. False when it is just being sent, or was: then nothing is written. `now` is
   * the time in milliseconds.
   */
  write(entry: Entry, files: readonly EntryFile[], now: number): Promise<boolean>
  /**
   * Reads and writes in one go; `undefined` from `change` leaves the entry as it is. Returns what was written. The photos of what was
   * sent go in the same moment.
   */
  change(id: string, change: (entry: Entry) => Entry | undefined): Promise<Entry | undefined>
  /** With its photos. */
  remove(id: string): Promise<void>
  files(entry: string): Promise<EntryFile[]>
  /** What is known of a photo that is there; one that is gone stays gone. */
  putFile(file: EntryFile): Promise<void>
  /** Mark of who is signed in here; '' for nobody. */
  owner(base: string): Promise<string>
  /** Another owner than before: what modules kept for the last one goes in the same moment. */
  setOwner(base: string, owner: string): Promise<void>
  /** What a module keeps for whoever is signed in; undefined for anybody else. */
  own(base: string, key: string): Promise<unknown>
  /** Undefined takes it away. Without anybody signed in nothing is kept. */
  keepOwn(base: string, key: string, value: unknown): Promise<void>
  /** Signing out: everything of this town goes, but for what waits from somebody else's account. */
  wipe(base: string): Promise<void>
}

const NAME = 'stadtplatz-unsent'
const VERSION = 1
/** Tells other tabs and the page itself that something changed. */
export const CHANNEL = 'stadtplatz-unsent'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, VERSION)
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('entry', { keyPath: 'id' }).createIndex('base', 'base')
      asked.result.createObjectStore('file', { keyPath: ['entry', 'n'] })
      asked.result.createObjectStore('owner', { keyPath: 'base' })
      asked.result.createObjectStore('own', { keyPath: ['base', 'key'] })
    }
    asked.onsuccess = () => {
      // A newer program in another tab may need to change the tables.
      asked.result.onversionchange = () => asked.result.close()
      resolve(asked.result)
    }
    asked.onerror = () => reject(asked.error)
  })
}

type Table = 'entry' | 'file' | 'owner' | 'own'
type Own = { base: string; key: string; owner: string; value: unknown }

/** Runs `work` in one transaction; the value of the request it returns, or of what that was turned into. */
async function inOne<T>(tables: Table[], mode: IDBTransactionMode, work: (transaction: IDBTransaction, done: (value: T) => void) => void) {
  const database = await open()
  try {
    return await new Promise<T | undefined>((resolve, reject) => {
      const transaction = database.transaction(tables, mode)
      let value: T | undefined
      transaction.oncomplete = () => resolve(value)
      transaction.onerror = () => reject(transaction.error)
      transaction.onabort = () => reject(transaction.error)
      work(transaction, (given) => {
        value = given
      })
    })
  } finally {
    database.close()
  }
}

const read = <T>(table: Table, ask: (store: IDBObjectStore) => IDBRequest<T>) =>
  inOne<T>([table], 'readonly', (transaction, done) => {
    const asked = ask(transaction.objectStore(table))
    asked.onsuccess = () => done(asked.result)
  })

const filesOf = (entry: string) => IDBKeyRange.bound([entry, 0], [entry, Number.MAX_SAFE_INTEGER])
const ownOf = (base: string) => IDBKeyRange.bound([base, ''], [base, '\uffff'])

/** The device's own store. `told` is called after each change of an entry. */
export function deviceStore(told: () => void = () => {}): Store {
  const write = async <T>(tables: Table[], work: Parameters<typeof inOne<T>>[2]) => {
    const value = await inOne<T>(tables, 'readwrite', work)
    told()
    return value
  }
  return {
    all: async (base) => (await read<Entry[]>('entry', (store) => store.index('base').getAll(base))) ?? [],
    get: (id) => read<Entry | undefined>('entry', (store) => store.get(id)),
    write: async (entry, files, now) =>
      (await write<boolean>(['entry', 'file'], (transaction, done) => {
        const [entries, photos] = [transaction.objectStore('entry'), transaction.objectStore('file')]
        const asked: IDBRequest<Entry | undefined> = entries.get(entry.id)
        asked.onsuccess = () => {
          if (asked.result && !isFree(asked.result, now)) return done(false)
          entries.put(entry)
          photos.delete(filesOf(entry.id))
          for (const file of files) photos.put(file)
          done(true)
        }
      })) ?? false,
    change: (id, change) =>
      write<Entry>(['entry', 'file'], (transaction, done) => {
        const store = transaction.objectStore('entry')
        const asked: IDBRequest<Entry | undefined> = store.get(id)
        asked.onsuccess = () => {
          const next = asked.result && change(asked.result)
          if (!next) return
          store.put(next)
          if (next.state === 'sent') transaction.objectStore('file').delete(filesOf(id))
          done(next)
        }
      }),
    remove: async (id) =>
      void (await write(['entry', 'file'], (transaction) => {
        transaction.objectStore('entry').delete(id)
        transaction.objectStore('file').delete(filesOf(id))
      })),
    files: async (entry) => (await read<EntryFile[]>('file', (store) => store.getAll(filesOf(entry)))) ?? [],
    putFile: async (file) =>
      void (await write(['file'], (transaction) => {
        const store = transaction.objectStore('file')
        const asked = store.getKey([file.entry, file.n])
        asked.onsuccess = () => asked.result !== undefined && store.put(file)
      })),
    owner: async (base) => (await read<{ owner: string } | undefined>('owner', (store) => store.get(base)))?.owner ?? '',
    setOwner: async (base, owner) =>
      void (await write(['owner', 'own'], (transaction) => {
        const store = transaction.objectStore('owner')
        const asked: IDBRequest<{ owner: string } | undefined> = store.get(base)
        asked.onsuccess = () => {
          if (asked.result?.owner !== owner) transaction.objectStore('own').delete(ownOf(base))
          store.put({ base, owner })
        }
      })),
    own: async (base, key) => {
      const found = await inOne<Own>(['owner', 'own'], 'readonly', (transaction, done) => {
        const owner: IDBRequest<{ owner: string } | undefined> = transaction.objectStore('owner').get(base)
        const asked: IDBRequest<Own | undefined> = transaction.objectStore('own').get([base, key])
        asked.onsuccess = () => asked.result && asked.result.owner === owner.result?.owner && done(asked.result)
      })
      return found?.value
    },
    keepOwn: async (base, key, value) =>
      void (await write(['owner', 'own'], (transaction) => {
        const asked: IDBRequest<{ owner: string } | undefined> = transaction.objectStore('owner').get(base)
        asked.onsuccess = () => {
          const owner = asked.result?.owner
          if (value === undefined) transaction.objectStore('own').delete([base, key])
          else if (owner) transaction.objectStore('own').put({ base, key, owner, value } satisfies Own)
        }
      })),
    wipe: async (base) =>
      void (await write(['entry', 'file', 'owner', 'own'], (transaction) => {
        const [entries, owners] = [transaction.objectStore('entry'), transaction.objectStore('owner')]
        const owner: IDBRequest<{ owner: string } | undefined> = owners.get(base)
        const asked: IDBRequest<Entry[]> = entries.index('base').getAll(base)
        asked.onsuccess = () => {
          for (const { id } of asked.result.filter((entry) => isOf(entry, owner.result?.owner ?? ''))) {
            entries.delete(id)
            transaction.objectStore('file').delete(filesOf(id))
          }
          owners.delete(base)
          transaction.objectStore('own').delete(ownOf(base))
        }
      })),
  }
}
