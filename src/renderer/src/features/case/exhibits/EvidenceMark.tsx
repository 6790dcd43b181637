import { Group, Text, Tooltip } from '@mantine/core'
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import type { EvidenceState } from '../../../../../shared/domain/exhibit'
import { dateTime } from '../../../ui/format'
import classes from './EvidenceMark.module.css'

/** Whether the stored bytes still have the hash they came in with, and when that was last seen. */
export function EvidenceMark({ evidence: { state, checkedAt, found } }: { evidence: EvidenceState }) {
  const verified = state === 'verified'
  const label = verified ? `The stored bytes had their hash when they were last checked, ${dateTime(checkedAt)}.` : `Last checked ${dateTime(checkedAt)}. ${found === null ? '' : `Found: ${found}. `}This exhibit can’t be compared any more.`
  return (
    <Tooltip label={label}>
      <Group gap={4} wrap="nowrap" className={verified ? classes.verified : classes.failed}>
        {verified ? <IconShieldCheck size={15} stroke={1.8} aria-hidden /> : <IconShieldX size={15} stroke={1.8} aria-hidden />}
        <Text size="xs" c="inherit" fw={verified ? 500 : 650}>
          {verified ? 'Hash verified' : 'Hash mismatch'}
        </Text>
      </Group>
    </Tooltip>
  )
}
