import { Anchor, Button, Checkbox, CopyButton, Group, Mark, Paper, Stack, Text, Textarea } from '@mantine/core'
import { useId } from 'react'
import { Link } from 'wouter'
import type { ClaimFinding } from '../../../../../shared/domain/claims'
import { openPanelNext } from '../../compare/side/useOpenPanel'
import { around, claimPanel } from './claimPlace'

interface Props {
  finding: ClaimFinding
  /** The address of the place where the words stand. */
  place: string
  /** Why it shall stand; undefined while it shall not. */
  reason: string | undefined
  onReason: (reason: string | undefined) => void
}

/** A sentence that claims too much: what set it off, why it can't be said, how it could be, and letting it stand. */
export function ClaimCard({ finding: { where, sentence, from, to, why, neutral }, place, reason, onReason }: Props) {
  const title = useId()
  const panel = claimPanel(where)
  const [before, words, after] = around(sentence, from, to)
  return (
    <Paper component="article" withBorder p="sm" aria-labelledby={title}>
      <Stack gap={6}>
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Text size="sm" fw={600} id={title}>{where}</Text>
          <Anchor component={Link} href={place} size="sm" flex="none" onClick={() => panel !== null && openPanelNext(panel)}>Go there<span className="unseen">{`: ${where}`}</span></Anchor>
        </Group>
        <Text size="sm" className="breakable">
          “{before}<Mark>{words}</Mark>{after}”
        </Text>
        <Text size="sm" c="dimmed">{why}</Text>
        <Group gap="xs" wrap="nowrap" align="flex-start" justify="space-between">
          <Text size="sm"><Text span inherit fw={600}>Neutral: </Text>{neutral}</Text>
          <CopyButton value={neutral}>
            {({ copied, copy }) => (
              <Button variant="default" size="compact-xs" flex="none" onClick={copy}>{copied ? 'Copied' : 'Copy'}<span className="unseen"> the neutral wording</span></Button>
            )}
          </CopyButton>
        </Group>
        <Checkbox size="sm" label="Let it stand, with a reason that is logged and printed" checked={reason !== undefined} onChange={event => onReason(event.currentTarget.checked ? '' : undefined)} />
        {reason !== undefined && (
          <Textarea label="Reason" required autosize minRows={2} maxLength={1000} value={reason} onChange={event => onReason(event.currentTarget.value)} {...(reason.trim() === '' ? { description: 'Without a reason it does not stand.' } : {})} />
        )}
      </Stack>
    </Paper>
  )
}
