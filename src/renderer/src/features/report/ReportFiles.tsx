import { Button, Table, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { ReportRow } from '../../../../shared/domain/report'
import { useAct } from '../../client'
import { Hash } from '../../ui/Hash'
import { bytes } from '../../ui/format'
import { handOut } from '../../ui/handOut'
import { purposeOf } from './reportWords'

interface Props {
  report: ReportRow
  /** Shows every hash whole, to be copied on paper. */
  wholeHashes: boolean
}

/** The files of a report: what each is, its hash, and a way to have it. */
export function ReportFiles({ report: { id, number, files }, wholeHashes }: Props) {
  const { mutateAsync, isPending, variables } = useAct('report.deliver')
  const deliver = (file: string): void => void mutateAsync({ id, file }).then(handOut, () => undefined)
  return (
    <Table aria-label={`Files of R-${number}`} verticalSpacing={4} layout={wholeHashes ? 'auto' : 'fixed'}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>File</Table.Th>
          <Table.Th w={90} ta="right">Size</Table.Th>
          <Table.Th {...(wholeHashes ? {} : { w: 150 })}>SHA-256</Table.Th>
          <Table.Th w={130}><span className="unseen">Download</span></Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {files.map(({ name, sha256, size }) => (
          <Table.Tr key={name}>
            <Table.Td>
              <Text size="sm" className="breakable">{name}</Text>
              <Text size="xs" c="dimmed">{purposeOf(name)}</Text>
            </Table.Td>
            <Table.Td ta="right"><span className="tabular">{bytes(size)}</span></Table.Td>
            <Table.Td><Hash sha256={sha256} whole={wholeHashes} /></Table.Td>
            <Table.Td ta="right">
              <Button variant="default" size="compact-sm" leftSection={<IconDownload size={15} stroke={1.6} aria-hidden />} loading={isPending && variables.file === name} onClick={() => deliver(name)} aria-label={`Download ${name}`}>
                Download
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
