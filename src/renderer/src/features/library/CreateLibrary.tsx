import { Button, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { Settings } from '../../../../shared/domain/settings'
import { useAct, useCall } from '../../client'
import { Panel } from '../../ui/Panel'
import { FolderField } from './FolderField'
import type { Opening } from './useOpening'

interface Props {
  suggested: string
  /** Nothing was ever opened here: this is what to do. */
  first: boolean
  opening: Opening
}

/** Makes a library. The first time it asks who works here, as the log and the reports name them. */
export function CreateLibrary({ suggested, first, opening }: Props) {
  const { data: settings } = useCall('settings.get', {})
  return (
    <Panel title={first ? 'Make your case library' : 'New library'} hint={first ? 'The folder below is a good place; another can be chosen.' : 'In a new or an empty folder.'}>
      {settings && <CreateForm key={settings.examiner} settings={settings} suggested={first ? suggested : ''} primary={first} opening={opening} />}
    </Panel>
  )
}

interface FormProps {
  settings: Settings
  suggested: string
  primary: boolean
  opening: Opening
}

function CreateForm({ settings, suggested, primary, opening }: FormProps) {
  const [folder, setFolder] = useState(suggested)
  const [examiner, setExaminer] = useState(settings.examiner)
  const [laboratory, setLaboratory] = useState(settings.laboratory)
  const { mutateAsync: save } = useAct('settings.set')
  const unnamed = settings.examiner === ''
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (unnamed) await save({ patch: { examiner, laboratory } })
    opening.open({ folder: folder.trim(), create: true })
  }
  return (
    <form onSubmit={event => void submit(event).catch(() => undefined)}>
      <Stack gap="sm">
        <FolderField label="Folder of the new library" value={folder} onChange={setFolder} kind="library" />
        {unnamed && (
          <>
            <TextInput label="Your name" description="As the log and the reports name you." value={examiner} onChange={event => setExaminer(event.currentTarget.value)} required maxLength={120} />
            <TextInput label="Laboratory" value={laboratory} onChange={event => setLaboratory(event.currentTarget.value)} maxLength={200} />
          </>
        )}
        <Button type="submit" variant={primary ? 'filled' : 'default'} loading={opening.busy} disabled={folder.trim() === '' || (unnamed && examiner.trim() === '')}>
          Create library
        </Button>
      </Stack>
    </form>
  )
}
