import { useMantineColorScheme } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'
import { useLocation } from 'wouter'
import type { HostCommand } from '../../../../shared/domain/host'
import type { EventPayload } from '../../../../shared/ipc/contract'
import { useClient } from '../../client'
import { paths, toCase } from '../../routes'
import { requestCommand } from '../commands'
import { isTextField } from '../textField'
import { useUndo } from '../undo'
import { openSearch } from './Search'

/** Does what a menu of the host asks for. */
export function HostCommands() {
  const client = useClient()
  const [, navigate] = useLocation()
  const { undo, redo } = useUndo()
  const { setColorScheme } = useMantineColorScheme()
  const act: Record<HostCommand, (about: Omit<EventPayload<'host.command'>, 'command'>) => void> = {
    'new-case': () => {
      navigate(paths.cases)
      requestCommand('new-case', null)
    },
    'open-case': ({ case: caseId }) => caseId !== undefined && navigate(toCase(caseId)),
    'open-library': () => navigate(paths.library),
    settings: () => navigate(paths.settings),
    about: () => navigate(paths.about),
    cases: () => navigate(paths.cases),
    find: openSearch,
    import: () => requestCommand('import', null),
    'import-package': ({ source }) => {
      navigate(paths.cases)
      requestCommand('import-package', source ?? null)
    },
    undo: () => inTextField('undo') || undo(),
    redo: () => inTextField('redo') || redo(),
    'scheme-light': () => setColorScheme('light'),
    'scheme-dark': () => setColorScheme('dark'),
    'scheme-auto': () => setColorScheme('auto')
  }
  const run = useEffectEvent(({ command, ...about }: EventPayload<'host.command'>) => act[command](about))
  useEffect(() => client.on('host.command', run), [client])
  return null
}

/** Whether a text field has the focus; then the browser does it there. */
function inTextField(what: 'undo' | 'redo'): boolean {
  const isText = isTextField(document.activeElement)
  // Deprecated, and still the only way to a field's own history.
  if (isText) document.execCommand(what)
  return isText
}
