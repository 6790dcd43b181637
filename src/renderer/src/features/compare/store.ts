import { useSyncExternalStore } from 'react'

/** State beside React, for what changes with every move of the pointer: only who looks at the changed part draws again. */
export interface Store<T> {
  get: () => T
  set: (patch: Partial<T>) => void
  watch: (watcher: () => void) => () => void
}

export function createStore<T extends object>(initial: T): Store<T> {
  let state = initial
  const watchers = new Set<() => void>()
  return {
    get: () => state,
    set: patch => {
      state = { ...state, ...patch }
      for (const watcher of watchers) watcher()
    },
    watch: watcher => {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    }
  }
}

/** The part of a store that `select` picks; it must give the same object while nothing in it changed. */
export const useStore = <T extends object, S>(store: Store<T>, select: (state: T) => S): S => useSyncExternalStore(store.watch, () => select(store.get()))
