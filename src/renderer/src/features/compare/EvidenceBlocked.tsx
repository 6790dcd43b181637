import { Alert, Button, Code, Container, Group, List, Stack, Text } from '@mantine/core'
import { IconShieldX } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { Exhibit } from '../../../../shared/domain/exhibit'
import { paths, toCase, toExhibit } from '../../routes'
import { dateTime } from '../../ui/format'

/** Evidence that is not what came in: nothing may be concluded from it, so nothing of it is shown here. */
export function EvidenceBlocked({ caseId, exhibits }: { caseId: string; exhibits: readonly Exhibit[] }) {
  return (
    <Container size="md" py="xl">
      <Alert color="red" variant="light" icon={<IconShieldX size={22} />} title="The evidence is not what came in" role="alert">
        <Stack gap="sm">
          {exhibits.map(({ id, number, name, sha256, evidence }) => (
            <div key={id}>
              <Text size="sm" fw={600}>
                E-{number} {name}
              </Text>
              <Text size="sm">
                The stored bytes failed their check at {dateTime(evidence.checkedAt)}. Hash at import: <Code>{sha256}</Code>; found: <Code>{evidence.found ?? 'no readable file'}</Code>.
              </Text>
            </div>
          ))}
          <Text size="sm">This comparison is blocked. The failure is on record in the audit log and stays there.</Text>
          <List size="sm">
            <List.Item>Do not use the photo, and no result that was made after the last good check.</List.Item>
            <List.Item>Find out who or what changed the file: another program, a failing disk, a person.</List.Item>
            <List.Item>Put the library’s evidence back from a backup and verify again, or import the original file as a new exhibit and compare that.</List.Item>
          </List>
          <Group gap="xs">
            {exhibits.map(({ id, number }) => (
              <Button key={id} component={Link} href={toExhibit(caseId, id)} variant="default" size="xs">
                Open E-{number}
              </Button>
            ))}
            <Button component={Link} href={paths.audit} variant="default" size="xs">
              Audit log
            </Button>
            <Button component={Link} href={toCase(caseId)} variant="default" size="xs">
              Back to the case
            </Button>
          </Group>
        </Stack>
      </Alert>
    </Container>
  )
}
