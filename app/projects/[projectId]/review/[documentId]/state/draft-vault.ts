/**
 * A second place for drafts, for the day the browser itself dies. Browsers keep localStorage in memory and write it down
 * every few seconds; what IndexedDB has said is done has been handed to the operating system. Both hold the same entries
 * under the same keys, and the newer of two counts.
 */

type Entry = { key: string; value: string | null }

export type DraftVault = {
  put(key: string, value: string): void
  drop(key: string): void
  /** Everything under a prefix; empty where the browser has no such store. */
  list(prefix: string): Promise<[key: string, value: string][]>
}

const STORE = 'drafts'

export function draftVault(factory: IDBFactory | null, name = 'duizhao-drafts'): DraftVault {
  const opening = factory ? openStore(factory, name) : Promise.resolve(null)
  const waiting = new Map<string, string | null>()
  let writing = false
  // While one transaction is under way, the keys typed meanwhile gather: of each draft only the last state is written.
  const write = async () => {
    if (writing || waiting.size === 0) return
    writing = true
    const store = await opening
    const entries = [...waiting].map(([key, value]): Entry => ({ key, value }))
    waiting.clear()
    if (store) await writeEntries(store, entries).catch(() => {})
    writing = false
    void write()
  }
  const take = (key: string, value: string | null) => {
    waiting.set(key, value)
    void write()
  }
  return {
    put: (key, value) => take(key, value),
    drop: (key) => take(key, null),
    async list(prefix) {
      const store = await opening
      return store ? await readEntries(store, prefix).catch(() => []) : []
    },
  }
}

/** null where the browser refuses: in private windows of some, with storage switched off. */
function openStore(factory: IDBFactory, name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const request = factory.open(name, 1)
      request.onupgradeneeded = () => request.result.createObjectStore(STORE)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => resolve(null)
      request.onblocked = () => resolve(null)
    } catch {
      resolve(null)
    }
  })
}

function writeEntries(store: IDBDatabase, entries: readonly Entry[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = store.transaction(STORE, 'readwrite')
    for (const { key, value } of entries) {
      if (value === null) transaction.objectStore(STORE).delete(key)
      else transaction.objectStore(STORE).put(value, key)
    }
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}

function readEntries(store: IDBDatabase, prefix: string): Promise<[string, string][]> {
  return new Promise((resolve, reject) => {
    const found: [string, string][] = []
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
    const request = store.transaction(STORE).objectStore(STORE).openCursor(range)
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const cursor = request.result
      if (!cursor) return resolve(found)
      if (typeof cursor.value === 'string') found.push([String(cursor.key), cursor.value])
      cursor.continue()
    }
  })
}

/** The browser's database, or null where there is none. */
export function browserDatabase(): IDBFactory | null {
  try {
    return typeof indexedDB === 'undefined' ? null : indexedDB
  } catch {
    return null
  }
}
