/** `untouched`: nothing was changed here yet. `waiting`: typed, and about to be saved. */
export type SaveState = 'untouched' | 'saved' | 'waiting' | 'saving' | 'failed'

export interface SaverView<T> {
  /** What was changed here and shows instead of what is stored. */
  changed: Partial<T>
  state: SaveState
  /** What others stored meanwhile in fields that are being typed in: these are not saved before `keep` or `take` says how. */
  theirs: Partial<T>
}

interface Entry<V> {
  value: V
  /** Not stored yet. */
  dirty: boolean
  /** A field that is being typed in keeps showing what was typed, also once it is stored. */
  held: boolean
  /** What was stored when the edit began, or was last known to be: another value there is another window's. */
  base: V
  /** On its way to be stored. */
  sent?: V
  /** Another window stored something else. */
  overtaken: boolean
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
  /** Stores what was typed over what others stored. */
  keep: (field: keyof T) => void
  /** Shows what others stored; what was typed goes. */
  take: (field: keyof T) => void
}

/** Storing trims. */
const same = (a: unknown, b: unknown): boolean => (typeof a === 'string' && typeof b === 'string' ? a.normalize().trim() === b.normalize().trim() : a === b)

/**
 * Keeps the fields of one stored object as they are edited, and stores them one write at a time. Fields that are not being
 * edited always show what is stored, so a change by another window neither disturbs an edit nor is undone by it; a change
 * of the very field that is being typed in is told (`theirs`), and neither of the two is lost in silence.
 */
export function createSaver<T extends object>(first: T, restMs: number): Saver<T> {
  let stored = first
  let write: Write<T> = () => Promise.resolve(false)
  const entries = new Map<keyof T, Entry<T[keyof T]>>()
  const watchers = new Set<() => void>()
  let view: SaverView<T> = { changed: {}, state: 'untouched', theirs: {} }
  let timer: ReturnType<typeof setTimeout> | undefined
  let busy = false

  const dirty = (): [keyof T, Entry<T[keyof T]>][] => [...entries].filter(([, entry]) => entry.dirty && !entry.overtaken)
  const tell = (state: SaveState): void => {
    const overtaken = [...entries].filter(([, entry]) => entry.overtaken)
    view = {
      changed: Object.fromEntries([...entries].map(([field, { value }]) => [field, value])) as Partial<T>,
      state,
      theirs: Object.fromEntries(overtaken.map(([field]) => [field, stored[field]])) as Partial<T>
    }
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
    for (const [field, value] of sent) entries.get(field)!.sent = value
    tell('saving')
    const ok = await write({ ...stored, ...Object.fromEntries(sent) })
    busy = false
    for (const [field] of sent) delete entries.get(field)?.sent
    if (!ok) return tell('failed')
    for (const [field, value] of sent) settle(field, value)
    const rest = dirty()
    if (rest.some(([, { held }]) => !held)) return save()
    tell(rest.length > 0 ? 'waiting' : 'saved')
  }
  const settle = (field: keyof T, value: T[keyof T]): void => {
    const entry = entries.get(field)
    if (!entry) return
    entry.base = value
    if (entry.value !== value) return
    entry.dirty = false
    if (!entry.held) entries.delete(field)
  }
  const set = (patch: Partial<T>, held: boolean): void => {
    for (const [field, value] of Object.entries(patch) as [keyof T, T[keyof T]][]) entries.set(field, { base: stored[field], overtaken: false, ...entries.get(field), value, dirty: true, held })
  }
  /** Looks whether a field that is being typed in was stored with something else by another window. */
  const compare = (): void => {
    let found = false
    for (const [field, entry] of entries) {
      const theirs = stored[field]
      if (!entry.held || !entry.dirty) continue
      const overtaken = ![entry.base, entry.value, entry.sent].some(value => same(value, theirs))
      // What was told already is not told again: whoever watches learns anew each time that it draws.
      if (overtaken === entry.overtaken && (!overtaken || same(view.theirs[field], theirs))) continue
      entry.overtaken = overtaken
      found = true
    }
    if (found) tell(view.state)
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
      compare()
    },
    choose: patch => {
      set(patch, false)
      void save()
    },
    type: patch => {
      set(patch, true)
      clearTimeout(timer)
      timer = setTimeout(() => void save(), restMs)
      compare()
      tell(busy ? 'saving' : 'waiting')
    },
    leave: field => {
      for (const name of field === undefined ? [...entries.keys()] : [field]) release(name)
      void save()
    },
    keep: field => {
      const entry = entries.get(field)
      if (!entry) return
      entry.overtaken = false
      entry.base = stored[field]
      void save()
    },
    take: field => {
      entries.delete(field)
      void save()
    }
  }
}
