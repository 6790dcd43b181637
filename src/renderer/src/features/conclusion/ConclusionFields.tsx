import { Radio, Stack, Textarea } from '@mantine/core'
import type { ConclusionDraft } from '../../../../shared/domain/conclusion'
import { ClaimHint } from '../../ui/ClaimHint'

interface Props {
  draft: ConclusionDraft
  /** The laboratory's levels, from most against to most for the same source. */
  scale: readonly string[]
  /** A level is chosen at once, words are typed. */
  onLevel: (level: string | null) => void
  onType: (patch: Partial<Omit<ConclusionDraft, 'level'>>) => void
  onLeave?: (field: keyof ConclusionDraft) => void
}

const NONE = ''

/** Level, propositions and rationale. */
export function ConclusionFields({ draft, scale, onLevel, onType, onLeave }: Props) {
  // A level of a scale that was changed since stays choosable: it is what was meant.
  const levels = draft.level !== null && !scale.includes(draft.level) ? [...scale, draft.level] : scale
  return (
    <>
      <Radio.Group label="Level" description="The scale of your laboratory (Settings)" value={draft.level ?? NONE} onChange={value => onLevel(value === NONE ? null : value)}>
        <Stack gap={6} mt="xs">
          <Radio size="sm" value={NONE} label="None chosen" />
          {levels.map(level => (
            <Radio key={level} size="sm" value={level} label={scale.includes(level) ? level : `${level} (no longer in the scale)`} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea label="Proposition: same source" description="In your words, e.g. who is said to be on both photos" autosize minRows={2} maxLength={1000} value={draft.same} onChange={event => onType({ same: event.currentTarget.value })} onBlur={() => onLeave?.('same')} />
      <Textarea label="Proposition: different sources" description="What is held against it" autosize minRows={2} maxLength={1000} value={draft.different} onChange={event => onType({ different: event.currentTarget.value })} onBlur={() => onLeave?.('different')} />
      <Textarea label="Rationale" description="The features that led you there, and what limits them" autosize minRows={5} maxRows={24} maxLength={20_000} value={draft.rationale} onChange={event => onType({ rationale: event.currentTarget.value })} onBlur={() => onLeave?.('rationale')} />
      <ClaimHint text={draft.rationale} onTake={rationale => onType({ rationale })} />
    </>
  )
}
