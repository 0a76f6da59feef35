/** What is kept, by key. */
export type Entries = readonly (readonly [string, unknown])[]

/** Where entries outlive the page, by their keys. `read` and `write` reject where the browser refuses. */
export type Disk = {
  readonly read: () => Promise<Entries>
  /** The keys alone, for who only wants to know what is there. */
  readonly keys: () => Promise<readonly string[]>
  /** Writes all of it or nothing; undefined takes an entry away. Rejects where there is no room. */
  readonly write: (changes: ReadonlyMap<string, unknown>) => Promise<void>
}

const store = 'kept'

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('verbatim', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(store)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
    opening.onblocked = () => reject(new Error('Another window holds an older store.'))
  })

const until = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('The browser took it back.'))
  })

/**
 * A part of the browser's IndexedDB: what stands there under keys that begin with `prefix`. Unlike localStorage, which a browser may hold back for a minute before it writes it down,
 * what is written here survives the browser's own crash; it has room for any note, and other windows may write beside it.
 */
export const openDisk = (prefix: string): Disk => {
  let database: IDBDatabase | null = null
  let opening: Promise<IDBDatabase> | null = null
  const lose = () => {
    database = null
    opening = null
  }
  const connect = (): Promise<IDBDatabase> => {
    opening ??= open().then(
      (found) => {
        database = found
        found.onclose = lose
        found.onversionchange = () => {
          found.close()
          lose()
        }
        return found
      },
      (error: unknown) => {
        lose()
        throw error
      },
    )
    return opening
  }
  const put = (to: IDBDatabase, changes: ReadonlyMap<string, unknown>): Promise<void> => {
    const transaction = to.transaction(store, 'readwrite')
    const entries = transaction.objectStore(store)
    for (const [key, value] of changes) {
      if (value === undefined) entries.delete(prefix + key)
      else entries.put(value, prefix + key)
    }
    const done = until(transaction)
    // A page that is being left hears of nothing any more: without this it would be taken back.
    transaction.commit()
    return done
  }
  const range = () => IDBKeyRange.bound(prefix, `${prefix}\uffff`)
  const short = (key: IDBValidKey) => String(key).slice(prefix.length)
  return {
    keys: async () => {
      const entries = (await connect()).transaction(store).objectStore(store)
      const keys = entries.getAllKeys(range())
      await until(entries.transaction)
      return keys.result.map(short)
    },
    read: async () => {
      const entries = (await connect()).transaction(store).objectStore(store)
      const [keys, values] = [entries.getAllKeys(range()), entries.getAll(range())]
      await until(entries.transaction)
      return keys.result.map((key, at) => [short(key), values.result[at]] as const)
    },
    // At once where the connection stands: a page that is being left has no later.
    write: async (changes) => put(database ?? (await connect()), changes),
  }
}
