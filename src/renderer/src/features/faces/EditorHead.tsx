import { Anchor, Badge, Group, Text, Title } from '@mantine/core'
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Exhibit } from '../../../../shared/domain/exhibit'
import { useCall } from '../../client'
import { toCase } from '../../routes'
import classes from './faces.module.css'

/** Which exhibit of which case this is, and whether its bytes are sound. */
export function EditorHead({ caseId, exhibit, children }: { caseId: string; exhibit: Exhibit; children?: ReactNode }) {
  const { data: owner } = useCall('case.get', { id: caseId })
  return (
    <Group className={classes.head} justify="space-between" wrap="nowrap" gap="md">
      <Group gap="sm" wrap="nowrap" miw={0}>
        <Anchor component={Link} href={toCase(caseId)} size="sm" style={{ whiteSpace: 'nowrap' }}>{owner ? `Case ${owner.number}` : 'Case'}</Anchor>
        <Text c="dimmed" aria-hidden>/</Text>
        <Title order={1} size="h4" style={{ whiteSpace: 'nowrap' }}>{`E-${exhibit.number}`}</Title>
        <Text size="sm" truncate title={exhibit.name}>{exhibit.name}</Text>
        <EvidenceBadge sound={exhibit.evidence.state === 'verified'} />
      </Group>
      <Group gap="xs" wrap="nowrap" flex="none">
        {children}
      </Group>
    </Group>
  )
}

const EvidenceBadge = ({ sound }: { sound: boolean }) => (
  <Badge flex="none" tt="none" fw={550} variant="light" color={sound ? 'teal' : 'red'} leftSection={sound ? <IconShieldCheck size={13} aria-hidden /> : <IconShieldX size={13} aria-hidden />}>
    {sound ? 'Bytes verified' : 'Verification failed'}
  </Badge>
)
