import { TextInput } from '@mantine/core'
import { Panel } from '../../ui/Panel'
import type { SettingsFormType } from './form'

/** Who works here. */
export function Person({ form }: { form: SettingsFormType }) {
  return (
    <Panel title="Examiner" hint="As the log and the reports name you.">
      <TextInput label="Name" maxLength={120} {...form.getInputProps('examiner')} />
      <TextInput label="Laboratory" maxLength={200} {...form.getInputProps('laboratory')} />
    </Panel>
  )
}
