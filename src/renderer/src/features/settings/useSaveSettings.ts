import { useQueryClient } from '@tanstack/react-query'
import type { Settings, SettingsPatch } from '../../../../shared/domain/settings'
import { useAct } from '../../client'

interface SaveSettings {
  save: (patch: SettingsPatch) => Promise<Settings>
  isPending: boolean
}

/** Saves settings; what is shown follows at once, not only when the program says so. */
export function useSaveSettings(): SaveSettings {
  const { mutateAsync, isPending } = useAct('settings.set')
  const queries = useQueryClient()
  const save = async (patch: SettingsPatch): Promise<Settings> => {
    const saved = await mutateAsync({ patch })
    queries.setQueryData(['settings.get', {}], saved)
    return saved
  }
  return { save, isPending }
}
