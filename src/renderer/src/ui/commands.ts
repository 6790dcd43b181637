import { useEffect, useEffectEvent } from 'react'

/** What a menu, a shortcut or another screen asks of a screen that may not be shown yet. */
export type Command = 'new-case' | 'import'

const listeners = new Map<Command, () => void>()
let waiting: Command | null = null

/** Runs it now where its screen is shown, else as soon as that appears. */
export function requestCommand(command: Command): void {
  const listener = listeners.get(command)
  if (listener) return listener()
  waiting = command
}

/** The screen that can do it. */
export function useCommand(command: Command, handler: () => void): void {
  const run = useEffectEvent(handler)
  useEffect(() => {
    const listener = (): void => run()
    listeners.set(command, listener)
    if (waiting === command) {
      waiting = null
      listener()
    }
    return () => void (listeners.get(command) === listener && listeners.delete(command))
  }, [command])
}
