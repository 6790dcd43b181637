import { useEffect, useState, useSyncExternalStore } from 'react'
import { leaving } from './leaving'
import { createSaver, type SaveState, type Saver } from './saver'

const REST_MS = 700

export interface Edited<T> extends Pick<Saver<T>, 'choose' | 'type' | 'leave' | 'keep' | 'take'> {
  /** What the fields show. */
  value: T
  state: SaveState
  /** What another window stored in fields that are being typed in here. */
  theirs: Partial<T>
}

/** A stored object whose fields are edited here: see `createSaver`. What is typed is stored at the latest when the component or its window goes. */
export function useSaver<T extends object>(stored: T, write: (value: T) => Promise<boolean>): Edited<T> {
  const [saver] = useState(() => createSaver(stored, REST_MS))
  useEffect(() => saver.learn(stored, write))
  const { changed, state, theirs } = useSyncExternalStore(saver.watch, saver.view)
  useEffect(() => leaving(window, () => saver.leave()), [saver])
  return { value: { ...stored, ...changed }, state, theirs, choose: saver.choose, type: saver.type, leave: saver.leave, keep: saver.keep, take: saver.take }
}
