import { ActionIcon, Anchor, Badge, Group, Text, Title, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Exhibit } from '../../../../shared/domain/exhibit'
import { useCall } from '../../client'
import { toCase } from '../../routes'
import { useUndo } from '../../ui/undo'
import classes from './faces.module.css'

/** Which exhibit of which case this is, whether its bytes are sound, and undo. */
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
        <UndoButtons />
      </Group>
    </Group>
  )
}

const EvidenceBadge = ({ sound }: { sound: boolean }) => (
  <Badge flex="none" tt="none" fw={550} variant="light" color={sound ? 'teal' : 'red'} leftSection={sound ? <IconShieldCheck size={13} aria-hidden /> : <IconShieldX size={13} aria-hidden />}>
    {sound ? 'Bytes verified' : 'Verification failed'}
  </Badge>
)

function UndoButtons() {
  const { undo, redo, undoLabel, redoLabel } = useUndo()
  const buttons = [
    { label: 'Undo', what: undoLabel, act: undo, icon: IconArrowBackUp },
    { label: 'Redo', what: redoLabel, act: redo, icon: IconArrowForwardUp }
  ]
  return buttons.map(({ label, what, act, icon: StepIcon }) => (
    <Tooltip key={label} label={what ? `${label}: ${what}` : `Nothing to ${label.toLowerCase()}`}>
      <ActionIcon variant="default" size="md" aria-label={label} disabled={!what} onClick={act}>
        <StepIcon size={17} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  ))
}
