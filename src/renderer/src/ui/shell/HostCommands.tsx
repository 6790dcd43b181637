import { useEffect, useEffectEvent } from 'react'
import { useLocation } from 'wouter'
import type { HostCommand } from '../../../../shared/domain/host'
import { useClient } from '../../client'
import { paths } from '../../routes'
import { requestCommand } from '../commands'
import { useUndo } from '../undo'
import { openSearch } from './Search'

/** Does what a menu of the host asks for. */
export function HostCommands() {
  const client = useClient()
  const [, navigate] = useLocation()
  const { undo, redo } = useUndo()
  const act: Record<HostCommand, () => void> = {
    'new-case': () => {
      navigate(paths.cases)
      requestCommand('new-case')
    },
    'open-library': () => navigate(paths.library),
    settings: () => navigate(paths.settings),
    about: () => navigate(paths.about),
    cases: () => navigate(paths.cases),
    find: openSearch,
    import: () => requestCommand('import'),
    undo,
    redo
  }
  const run = useEffectEvent((command: HostCommand) => act[command]())
  useEffect(() => client.on('host.command', ({ command }) => run(command)), [client])
  return null
}
