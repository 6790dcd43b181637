import { Button, Group, Stack } from '@mantine/core'
import { ErrorNote } from '../../ui/ErrorNote'
import type { OpenRequest, Problem } from './useOpening'

/** What the way out is where reading alone still works. */
const readable = new Set(['library.locked', 'library.read-only'])

const titles: Record<string, string> = {
  'library.locked': 'Another Vidimus has this library open',
  'library.newer': 'This library was made by a newer Vidimus',
  'library.corrupt': 'This library is damaged',
  'library.read-only': 'This library can’t be written to',
  'library.missing': 'There is no library in this folder',
  'library.exists': 'There is a library in this folder already',
  'library.not-empty': 'This folder holds something else'
}

interface Props {
  problem: Problem
  onOpen: (request: OpenRequest) => void
  busy: boolean
}

/** Why a library could not be opened, and what can be done about it. */
export function OpeningProblem({ problem: { asked, error }, onOpen, busy }: Props) {
  return (
    <Stack gap="xs">
      <ErrorNote title={titles[error.code] ?? 'The library could not be opened'} error={error} />
      <Group gap="xs">
        <Button variant="default" onClick={() => onOpen(asked)} loading={busy}>
          Try again
        </Button>
        {readable.has(error.code) && (
          <Button variant="default" onClick={() => onOpen({ ...asked, mode: 'read', create: false })} disabled={busy}>
            Open for reading only
          </Button>
        )}
        {error.code === 'library.exists' && (
          <Button variant="default" onClick={() => onOpen({ ...asked, create: false })} disabled={busy}>
            Open it
          </Button>
        )}
      </Group>
    </Stack>
  )
}
