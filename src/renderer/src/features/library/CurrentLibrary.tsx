import { Alert, Button, Group } from '@mantine/core'
import { Link } from 'wouter'
import type { OpenLibrary } from '../../../../shared/domain/library'
import { useAct } from '../../client'
import { paths } from '../../routes'
import { Fact } from '../../ui/Fact'
import { count } from '../../ui/format'
import { Panel } from '../../ui/Panel'

/** The library that is open: where it is, what it holds, and leaving it. */
export function CurrentLibrary({ library: { name, folder, mode, readOnlyReason, schema, counts } }: { library: OpenLibrary }) {
  const { mutate: close, isPending } = useAct('library.close')
  const actions = (
    <Group gap="xs" wrap="nowrap">
      <Button component={Link} href={paths.cases}>
        Go to its cases
      </Button>
      <Button variant="default" onClick={() => close({})} loading={isPending}>
        Close library
      </Button>
    </Group>
  )
  return (
    <Panel title={name} actions={actions}>
      {mode === 'read' && (
        <Alert color="yellow" variant="light" title="Open for reading only">
          {readOnlyReason ?? 'It was opened so. Nothing in it can be changed.'}
        </Alert>
      )}
      <div>
        <Fact label="Folder">{folder}</Fact>
        <Fact label="Holds">{`${count(counts.cases, 'case')}, ${count(counts.exhibits, 'exhibit')}, ${count(counts.comparisons, 'comparison')}`}</Fact>
        <Fact label="Format">{`Version ${schema}`}</Fact>
      </div>
    </Panel>
  )
}
