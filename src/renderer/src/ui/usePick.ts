import { useCall, useAct } from '../client'
import type { CallInput } from '../../../shared/ipc/contract'

type Kind = CallInput<'host.pick'>['kind']

/** Asks for paths with a native dialog; null where this host has none, and the window offers its own fields. */
export function usePick(): ((kind: Kind) => Promise<string[]>) | null {
  const { data: host } = useCall('host.info', {})
  const { mutateAsync } = useAct('host.pick')
  if (host?.dialogs !== true) return null
  return async kind => (await mutateAsync({ kind })).paths
}
