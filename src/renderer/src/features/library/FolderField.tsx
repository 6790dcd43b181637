import { ActionIcon, TextInput, Tooltip } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { usePick } from '../../ui/usePick'

interface Props {
  label: string
  value: string
  onChange: (folder: string) => void
  kind: 'folder' | 'library'
}

/** The path of a folder, typed, or chosen in a native dialog where there is one. */
export function FolderField({ label, value, onChange, kind }: Props) {
  const pick = usePick()
  const choose = async (): Promise<void> => {
    const [folder] = (await pick?.(kind)) ?? []
    if (folder !== undefined) onChange(folder)
  }
  const button = pick && (
    <Tooltip label="Choose a folder">
      <ActionIcon variant="subtle" color="gray" onClick={() => void choose().catch(() => undefined)} aria-label={`${label}: choose`}>
        <IconFolderOpen size={17} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
  return <TextInput label={label} description="Whole path on this machine." value={value} onChange={event => onChange(event.currentTarget.value)} required rightSection={button} spellCheck={false} autoComplete="off" />
}
