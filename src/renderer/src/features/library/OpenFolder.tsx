import { Button, Group, Stack } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { Panel } from '../../ui/Panel'
import { FolderField } from './FolderField'
import type { Opening } from './useOpening'

/** Opens a library that is there, for work or for reading only. */
export function OpenFolder({ opening }: { opening: Opening }) {
  const [folder, setFolder] = useState('')
  const ready = folder.trim() !== '' && !opening.busy
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    opening.open({ folder: folder.trim() })
  }
  return (
    <Panel title="Open another library">
      <form onSubmit={submit}>
        <Stack gap="sm">
          <FolderField label="Folder of the library" value={folder} onChange={setFolder} kind="library" />
          <Group gap="xs">
            <Button type="submit" variant="default" disabled={!ready}>
              Open
            </Button>
            <Button variant="subtle" color="gray" disabled={!ready} onClick={() => opening.open({ folder: folder.trim(), mode: 'read' })}>
              Open for reading only
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  )
}
