import { Accordion, Code, Table, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Run } from '../../../../../shared/domain/caseComparison'
import type { ComparedFace } from '../../../../../shared/domain/comparison'
import { methodText } from '../../../../../shared/domain/methodText'
import { dateTime } from '../../../ui/format'

/** What another expert needs to replay the run. */
export function RunDetails({ run }: { run: Run }) {
  const { record } = run
  const { model, method, device, versions, a, b } = record
  const rows: [string, ReactNode][] = [
    ['Run', `${run.number}, ${dateTime(run.at)}, by ${run.by}`],
    ['Model', <>{model.name} ({model.id}), SHA-256 <Hash text={model.sha256} /></>],
    ['Method', methodText(method)],
    ['Photo A', <Photo key="a" of={a} />],
    ['Photo B', <Photo key="b" of={b} />],
    ['Maps', <>SHA-256 <Hash text={run.mapsSha256} /></>],
    ['Computed on', `${device.name} (${device.used}${device.reason === '' ? '' : `; ${device.reason}`}); ONNX Runtime ${versions.onnxruntime}, sharp ${versions.sharp}, Node ${versions.node}, Vidimus ${versions.vidimus}`]
  ]
  return (
    <Accordion variant="default" chevronPosition="left" mx={-8}>
      <Accordion.Item value="details" style={{ border: 0 }}>
        <Accordion.Control>
          <Text size="sm" fw={600}>What it takes to replay this run</Text>
        </Accordion.Control>
        <Accordion.Panel>
          <Table verticalSpacing={4} fz="xs" layout="fixed">
            <Table.Tbody>
              {rows.map(([name, value]) => (
                <Table.Tr key={name}>
                  <Table.Th w={84} c="dimmed" fw={500} style={{ verticalAlign: 'top' }}>{name}</Table.Th>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}

const Photo = ({ of: { file, size, photo, sha256 } }: { of: ComparedFace }) => (
  <>
    {file}, {size.toLocaleString('en')} bytes, {photo.format.toUpperCase()}, {photo.width} × {photo.height}, SHA-256 <Hash text={sha256} />
  </>
)

const Hash = ({ text }: { text: string }) => <Code fz={11}>{text}</Code>
