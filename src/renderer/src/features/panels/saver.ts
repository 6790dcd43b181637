/** `untouched`: nothing was changed here yet. `waiting`: typed, and about to be saved. */
export type SaveState = 'untouched' | 'saved' | 'waiting' | 'saving' | 'failed'

export interface SaverView<T> {
  /** What was changed here and shows instead of what is stored. */
  changed: Partial<T>
  state: SaveState
}

interface Entry<V> {
  value: V
  /** Not stored yet. */
  dirty: boolean
  /** A field that is being typed in keeps showing what was typed, also once it is stored. */
  held: boolean
}

/** Stores all fields. @returns false where that failed and was said */
type Write<T> = (value: T) => Promise<boolean>

export interface Saver<T> {
  view: () => SaverView<T>
  watch: (watcher: () => void) => () => void
  /** What is stored now, and how it is stored. */
  learn: (stored: T, write: Write<T>) => void
  /** A choice: stored at once. */
  choose: (patch: Partial<T>) => void
  /** Typing: stored when it rests. */
  type: (patch: Partial<T>) => void
  /** A field is left, or everything where none is named: what is typed is stored now. */
  leave: (field?: keyof T) => void
}

/**
 * Keeps the fields of one stored object as they are edited, and stores them one write at a time. Fields that are not being
 * edited always show what is stored, so a change by another window neither disturbs an edit nor is undone by it.
 */
export function createSaver<T extends object>(first: T, restMs: number): Saver<T> {
  let stored = first
  let write: Write<T> = () => Promise.resolve(false)
  const entries = new Map<keyof T, Entry<T[keyof T]>>()
  const watchers = new Set<() => void>()
  let view: SaverView<T> = { changed: {}, state: 'untouched' }
  let timer: ReturnType<typeof setTimeout> | undefined
  let busy = false

  const dirty = (): [keyof T, Entry<T[keyof T]>][] => [...entries].filter(([, entry]) => entry.dirty)
  const tell = (state: SaveState): void => {
    view = { changed: Object.fromEntries([...entries].map(([field, { value }]) => [field, value])) as Partial<T>, state }
    watchers.forEach(watcher => watcher())
  }
  const release = (field: keyof T): void => {
    const entry = entries.get(field)
    if (!entry) return
    entry.held = false
    if (!entry.dirty) entries.delete(field)
  }
  const save = async (): Promise<void> => {
    clearTimeout(timer)
    if (busy) return
    const sent = dirty().map(([field, { value }]) => [field, value] as const)
    if (sent.length === 0) return view.state === 'untouched' ? undefined : tell('saved')
    busy = true
    tell('saving')
    const ok = await write({ ...stored, ...Object.fromEntries(sent) })
    busy = false
    if (!ok) return tell('failed')
    for (const [field, value] of sent) settle(field, value)
    const rest = dirty()
    if (rest.some(([, { held }]) => !held)) return save()
    tell(rest.length > 0 ? 'waiting' : 'saved')
  }
  const settle = (field: keyof T, value: T[keyof T]): void => {
    const entry = entries.get(field)
    if (!entry || entry.value !== value) return
    entry.dirty = false
    if (!entry.held) entries.delete(field)
  }
  const set = (patch: Partial<T>, held: boolean): void => {
    for (const [field, value] of Object.entries(patch) as [keyof T, T[keyof T]][]) entries.set(field, { value, dirty: true, held })
  }
  return {
    view: () => view,
    watch: watcher => {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
    learn: (newer, how) => {
      stored = newer
      write = how
    },
    choose: patch => {
      set(patch, false)
      void save()
    },
    type: patch => {
      set(patch, true)
      clearTimeout(timer)
      timer = setTimeout(() => void save(), restMs)
      tell(busy ? 'saving' : 'waiting')
    },
    leave: field => {
      for (const name of field === undefined ? [...entries.keys()] : [field]) release(name)
      void save()
    }
  }
}
