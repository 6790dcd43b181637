import { Switch } from '@mantine/core'
import { Panel } from '../../ui/Panel'
import type { SettingsFormType } from './form'

/** Keys that act without another one held. */
export function Keyboard({ form }: { form: SettingsFormType }) {
  return (
    <Panel title="Keyboard">
      <Switch
        label="Keyboard shortcuts with single letters"
        description="Letters, digits and signs that act on a comparison by themselves. Switch them off where speech input or a stray key sets them off; arrow keys, Space and keys with Ctrl stay."
        {...form.getInputProps('characterKeys', { type: 'checkbox' })}
      />
    </Panel>
  )
}
