import { Anchor, Badge, Divider, Group, Text, Tooltip } from '@mantine/core'
import { IconDatabase } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import type { OpenLibrary } from '../../../../shared/domain/library'
import { useCall } from '../../client'
import { caseOf, paths, toCase } from '../../routes'
import { SchemeSwitch } from '../SchemeSwitch'
import { JobsIndicator } from './JobsIndicator'
import { Search } from './Search'
import { UndoButtons } from './UndoButtons'

/** Which library, which case; search, undo, running work, colours. */
export function Header() {
  const { data } = useCall('library.status', {})
  const library = data?.open ?? null
  const [location] = useLocation()
  const caseId = caseOf(location)
  return (
    <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="md">
      <Group gap="sm" wrap="nowrap" miw={0}>
        <img src="./mark.svg" alt="" width={24} height={24} />
        <Text fw={700}>Vidimus</Text>
        {library && <LibraryName library={library} />}
        {library && caseId !== null && <CurrentCase id={caseId} />}
      </Group>
      <Group gap="xs" wrap="nowrap" flex="none">
        <JobsIndicator />
        {library && <Search />}
        {library && <UndoButtons />}
        <SchemeSwitch />
      </Group>
    </Group>
  )
}

function LibraryName({ library: { name, folder, mode, readOnlyReason } }: { library: OpenLibrary }) {
  return (
    <>
      <Divider orientation="vertical" my={6} />
      <Tooltip label={folder}>
        <Anchor component={Link} href={paths.library} size="sm" c="dimmed" truncate miw={0} aria-label={`Library ${name}`}>
          <Group gap={6} wrap="nowrap">
            <IconDatabase size={15} stroke={1.6} aria-hidden />
            {name}
          </Group>
        </Anchor>
      </Tooltip>
      {mode === 'read' && (
        <Tooltip label={readOnlyReason ?? 'Opened for reading only: nothing can be changed.'}>
          <Badge color="yellow" variant="light" flex="none" tabIndex={0}>
            Read-only
          </Badge>
        </Tooltip>
      )}
    </>
  )
}

function CurrentCase({ id }: { id: string }) {
  const { data } = useCall('case.get', { id })
  if (!data) return null
  return (
    <>
      <Text c="dimmed" aria-hidden>
        /
      </Text>
      <Anchor component={Link} href={toCase(id)} size="sm" fw={600} c="bright" truncate miw={0}>
        {data.title === '' ? data.number : `${data.number} · ${data.title}`}
      </Anchor>
    </>
  )
}
