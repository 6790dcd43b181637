import { Anchor, Group, List, Stack, Text, ThemeIcon, Title } from '@mantine/core'
import { IconCheck, IconCircle, IconEyeOff } from '@tabler/icons-react'
import type { ChecklistItem } from '../../../../shared/domain/checklist'
import type { ComparisonRow } from '../../../../shared/domain/caseComparison'
import type { ConclusionDraft } from '../../../../shared/domain/conclusion'
import type { Sight } from '../../../../shared/domain/opinion'
import { useCall } from '../../client'
import { useLibrary } from '../../data/useLibrary'
import { readDraft } from '../conclusion/localDraft'
import { EMPTY, useVersions } from '../conclusion/useConclusion'
import { LockOpinion } from './LockOpinion'
import { stepsOf, type Step } from './steps'
import { WHY_BLIND } from './words'
import { WithdrawOpinion } from './WithdrawOpinion'

interface Props {
  row: ComparisonRow
  sight: Sight
  /** Opens a panel of the comparison. */
  onOpen: (panel: Step['panel']) => void
  /** Called when the first opinion was locked: the model was not run before. */
  onLocked: () => void
}

/** In the place of the result while it is withheld: what is not shown, why, and what is still to be done. */
export function WithheldPanel({ row, sight, onOpen, onLocked }: Props) {
  const second = sight.forming?.role === 'second' ? sight.forming : null
  return (
    <Stack gap="md" py="md">
      <Group gap="sm" wrap="nowrap">
        <ThemeIcon size={34} radius="xl" variant="default">
          <IconEyeOff size={19} stroke={1.6} aria-hidden />
        </ThemeIcon>
        <Title order={2} size="md">
          {second ? 'You are forming an independent opinion' : 'The result is withheld'}
        </Title>
      </Group>
      <Text size="sm">{sight.reason ?? WHY_BLIND}</Text>
      <Text size="sm">
        Not shown to you: score, decision and threshold; arguments, regions and maps; earlier runs{second ? '; what others found and concluded' : ''}. Photos, annotations and enhancement are yours to work with.
      </Text>
      {second ? (
        <>
          <Remaining row={row} checklist={second.checklist} conclusion={second.conclusion} onOpen={onOpen} unsaved={() => null} />
          <WithdrawOpinion opinion={second} />
        </>
      ) : (
        <First row={row} onOpen={onOpen} onLocked={onLocked} />
      )}
    </Stack>
  )
}

/** The first opinion is made of the comparison's own checklist and conclusion. */
function First({ row, onOpen, onLocked }: Omit<Props, 'sight'>) {
  const { data: checklist } = useCall('checklist.get', { comparison: row.id })
  const { versions } = useVersions(row.id)
  const { data: settings } = useCall('settings.get', {})
  const library = useLibrary()
  if (!checklist || !versions) return null
  const unsaved = (): string | null => {
    const draft = library && settings && readDraft(localStorage, { library: library.folder, comparison: row.id, examiner: settings.examiner })
    return draft ? 'A conclusion was begun and not saved: save it as a version, or discard it, first.' : null
  }
  return <Remaining row={row} checklist={checklist.items} conclusion={versions[0] ?? EMPTY} onOpen={onOpen} unsaved={unsaved} onLocked={onLocked} />
}

interface RemainingProps extends Pick<Props, 'row' | 'onOpen'> {
  checklist: readonly ChecklistItem[]
  conclusion: ConclusionDraft
  unsaved: () => string | null
  onLocked?: () => void
}

function Remaining({ row, checklist, conclusion, onOpen, ...lock }: RemainingProps) {
  const steps = stepsOf(checklist, conclusion)
  const ready = steps.every(({ done }) => done)
  return (
    <Stack gap="sm" component="section" aria-label="Before the result is shown">
      <Text size="sm" fw={600}>{ready ? 'Everything is there.' : 'Still to be done before you can lock your opinion'}</Text>
      <List size="sm" spacing={6} listStyleType="none" aria-live="polite">
        {steps.map(step => (
          <List.Item key={step.text} icon={<Mark done={step.done} />}>
            {step.text}
            {!step.done && (
              <>
                {' · '}
                <Anchor component="button" type="button" size="sm" onClick={() => onOpen(step.panel)}>{step.panel === 'checklist' ? 'Checklist' : 'Conclusion'}</Anchor>
              </>
            )}
          </List.Item>
        ))}
      </List>
      <LockOpinion comparison={row.id} ready={ready} {...lock} />
    </Stack>
  )
}

const Mark = ({ done }: { done: boolean }) =>
  done ? <IconCheck size={16} color="var(--mantine-primary-color-filled)" role="img" aria-label="done" /> : <IconCircle size={16} stroke={1.4} color="var(--mantine-color-dimmed)" role="img" aria-label="open" />
