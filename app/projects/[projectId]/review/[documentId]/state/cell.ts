/** The smallest store: a value that tells when it changes. Rows subscribe to their own, so one keystroke paints one row. */
import { useSyncExternalStore } from 'react'

export type Cell<T> = {
  get(): T
  set(next: T): void
  subscribe(listener: () => void): () => void
}

export function cell<T>(initial: T): Cell<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(value, next)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** A value per key. A key nobody listens to costs its value and nothing else. */
export type Cells<K, V> = {
  get(key: K): V | undefined
  set(key: K, value: V | undefined): void
  keys(): K[]
  size(): number
  subscribe(key: K, listener: () => void): () => void
}

export function cells<K, V>(): Cells<K, V> {
  const values = new Map<K, V>()
  const listeners = new Map<K, Set<() => void>>()
  return {
    get: (key) => values.get(key),
    set(key, value) {
      if (Object.is(values.get(key), value)) return
      if (value === undefined) values.delete(key)
      else values.set(key, value)
      for (const listener of [...(listeners.get(key) ?? [])]) listener()
    },
    keys: () => [...values.keys()],
    size: () => values.size,
    subscribe(key, listener) {
      const own = listeners.get(key) ?? new Set()
      listeners.set(key, own.add(listener))
      return () => {
        own.delete(listener)
        if (own.size === 0) listeners.delete(key)
      }
    },
  }
}

export function useCell<T>(of: Cell<T>): T {
  return useSyncExternalStore(of.subscribe, of.get, of.get)
}

/** What `pick` makes of the value; must give equal answers for equal values (a number, a string, a part of it). */
export function useCellPart<T, P>(of: Cell<T>, pick: (value: T) => P): P {
  const read = () => pick(of.get())
  return useSyncExternalStore(of.subscribe, read, read)
}

export function useCellAt<K, V>(of: Cells<K, V>, key: K): V | undefined {
  const read = () => of.get(key)
  return useSyncExternalStore((listener) => of.subscribe(key, listener), read, read)
}
