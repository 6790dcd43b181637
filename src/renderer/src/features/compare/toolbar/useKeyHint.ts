import { useCall } from '../../../client'
import { isCharacter } from '../shortcuts'

/** Whether keys that type a character act on the comparison (Settings). */
export const useCharacterKeys = (): boolean => useCall('settings.get', {}).data?.characterKeys ?? true

/** A key as a control names it; undefined where it does nothing. */
export function useKeyName(): (keyName: string | undefined) => string | undefined {
  const characters = useCharacterKeys()
  return keyName => (keyName !== undefined && (characters || !isCharacter(keyName)) ? keyName : undefined)
}

/** A control's hint with its key, where it has one that does something. */
export function useKeyHint(): (label: string, keyName: string | undefined) => string {
  const named = useKeyName()
  return (label, keyName) => (named(keyName) === undefined ? label : `${label} (${keyName})`)
}
