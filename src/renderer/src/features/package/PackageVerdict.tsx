import { Alert, Badge, Code, List, Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconInfoCircle, IconShieldX, type Icon } from '@tabler/icons-react'
import type { PackageInspection } from '../../../../shared/domain/casePackage'
import type { SignatureVerdict } from '../../../../shared/domain/signature'
import { Fact } from '../../ui/Fact'
import { Fingerprint } from '../../ui/Fingerprint'
import { Hash } from '../../ui/Hash'
import { Time } from '../../ui/Time'
import { count } from '../../ui/format'
import { verdictOf } from './verdict'

const icons = { teal: IconCircleCheck, yellow: IconInfoCircle, red: IconShieldX } satisfies Record<string, Icon>

/** What is in a package, who packed and signed it, and whether all of it is as it was packed. */
export function PackageVerdict({ inspection }: { inspection: PackageInspection }) {
  const { manifest, sha256, faults, signature, log, counts } = inspection
  const { tone, title, text } = verdictOf(inspection)
  const VerdictIcon = icons[tone]
  const { number, title: caseTitle } = manifest.case
  return (
    <Stack gap="md">
      <Alert color={tone} variant="light" icon={<VerdictIcon />} title={title} role={tone === 'red' ? 'alert' : 'status'}>
        {text}
        <Faults faults={faults} />
      </Alert>
      <Stack gap={6}>
        <Fact label="Case"><Text span inherit fw={600}>{caseTitle === '' ? number : `${number} · ${caseTitle}`}</Text></Fact>
        <Fact label="Packed"><Time at={manifest.created} />{` by ${[manifest.by, manifest.laboratory].filter(Boolean).join(', ')}, with ${manifest.program}`}</Fact>
        <Fact label="Holds">
          {`${manifest.whole ? 'The whole case' : 'A part of the case'}: ${count(counts.comparisons, 'comparison')}, ${count(counts.runs, 'run')}, ${count(counts.exhibits, 'exhibit')}, ${count(counts.reports, 'report')}. `}
          {manifest.evidence ? 'With the photos.' : 'Without the photos: the scores can’t be computed again from it alone.'}
        </Fact>
        <Fact label="Signature"><Signed verdict={signature} /></Fact>
        <Fact label="Log">{log.ok ? `${count(log.rows, 'row')}, each with the hash that its content and the row before it give` : `Broken${log.broken ? ` at row ${log.broken.sequence}: ${log.broken.reason}` : ''}`}</Fact>
        <Fact label="SHA-256"><Hash sha256={sha256} whole /></Fact>
      </Stack>
    </Stack>
  )
}

function Faults({ faults }: { faults: PackageInspection['faults'] }) {
  if (faults.length === 0) return null
  return (
    <List size="sm" mt="xs" spacing={4}>
      {faults.map(({ code, where, message }) => (
        <List.Item key={`${code} ${where} ${message}`} className="breakable">
          <Text span inherit fw={600}>{where}</Text>{`: ${message} `}<Code>{code}</Code>
        </List.Item>
      ))}
    </List>
  )
}

const looks: Record<SignatureVerdict['state'], { color: string; label: string }> = {
  none: { color: 'gray', label: 'Unsigned' },
  valid: { color: 'teal', label: 'Valid' },
  'unknown-key': { color: 'yellow', label: 'Key not known here' },
  broken: { color: 'red', label: 'Does not fit' }
}

function Signed({ verdict: { state, message, fingerprint, signer, laboratory, at } }: { verdict: SignatureVerdict }) {
  const { color, label } = looks[state]
  return (
    <Stack gap={4} align="flex-start">
      <Badge color={color} variant={state === 'none' ? 'default' : 'light'}>{label}</Badge>
      <Text size="sm">{message}</Text>
      {signer !== null && <Text size="sm">{`${[signer, laboratory].filter(Boolean).join(', ')}`}{at !== null && <>, <Time at={at} /></>}</Text>}
      {fingerprint !== null && <Fingerprint value={fingerprint} />}
    </Stack>
  )
}
