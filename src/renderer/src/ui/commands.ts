import { useEffect, useEffectEvent } from 'react'
import type { FileSource } from '../../../shared/domain/exhibit'

/** What a menu, a shortcut or another screen asks of a screen that may not be shown yet, each with what it is about. */
interface Commands {
  'new-case': null
  import: null
  /** The package that was opened with the program; null: the screen asks for one. */
  'import-package': FileSource | null
}
type Command = keyof Commands

const listeners = new Map<Command, (about: never) => void>()
let waiting: { command: Command; about: Commands[Command] } | null = null

/** Runs it now where its screen is shown, else as soon as that appears. */
export function requestCommand<C extends Command>(command: C, about: Commands[C]): void {
  const listener = listeners.get(command)
  if (listener) return listener(about as never)
  waiting = { command, about }
}

/** The screen that can do it. */
export function useCommand<C extends Command>(command: C, handler: (about: Commands[C]) => void): void {
  const run = useEffectEvent(handler)
  useEffect(() => {
    const listener = (about: Commands[C]): void => run(about)
    listeners.set(command, listener)
    if (waiting?.command === command) {
      const { about } = waiting
      waiting = null
      listener(about as Commands[C])
    }
    return () => void (listeners.get(command) === listener && listeners.delete(command))
  }, [command])
}
