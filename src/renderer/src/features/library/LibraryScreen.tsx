import { Alert, Box, Loader, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { LibraryStatus } from '../../../../shared/domain/library'
import { useCall } from '../../client'
import { ErrorNote } from '../../ui/ErrorNote'
import { CreateLibrary } from './CreateLibrary'
import { CurrentLibrary } from './CurrentLibrary'
import { OpenFolder } from './OpenFolder'
import { OpeningProblem } from './OpeningProblem'
import { Recents } from './Recents'
import { useOpening, type Problem } from './useOpening'

/** Making, opening and leaving a case library. The first screen of a new installation. */
export function LibraryScreen() {
  const { data: status, error } = useCall('library.status', {})
  const opening = useOpening()
  if (error) return <Box p="lg"><ErrorNote title="The library could not be asked for" error={error} /></Box>
  if (!status) return <Box p="lg"><Loader aria-label="The library is being looked for" /></Box>
  const problem = opening.problem ?? beforeTheWindow(status)
  return (
    <Box px="lg" py={status.open ? 'md' : 40} maw={1060} mx="auto">
      <Stack gap="lg">
        <Stack gap={4}>
          <Title order={1} size="h3">
            {status.open ? 'Library' : 'Welcome to Vidimus'}
          </Title>
          <Text size="sm" c="dimmed" maw={720}>
            A case library is one folder on this machine. It holds the cases, the photos as they were received, and a log of everything that was done. Nothing leaves it.
          </Text>
        </Stack>
        {problem && <OpeningProblem problem={problem} onOpen={opening.open} busy={opening.busy} />}
        {status.open && <CurrentLibrary library={status.open} />}
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" className="top">
          <CreateLibrary suggested={status.suggested} first={status.open === null && status.recent.length === 0} opening={opening} />
          <Stack gap="lg">
            <OpenFolder opening={opening} />
            <Recents recent={status.recent} current={status.open?.folder ?? null} opening={opening} />
          </Stack>
        </SimpleGrid>
        {opening.busy && <Alert variant="light" color="gray" icon={<Loader size={16} />} role="status">The library is being opened; its log is checked.</Alert>}
      </Stack>
    </Box>
  )
}

/** The library that the program was started with, or another window asked for, and why it is not open. */
function beforeTheWindow({ problem }: LibraryStatus): Problem | null {
  if (problem === null) return null
  const { folder, code, message } = problem
  return { asked: { folder }, error: { kind: 'input', code, message } }
}
