import { Box, Button, Mark, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'
import type { ClaimFinding } from '../../../shared/domain/claims'
import { languageOf } from '../../../shared/claims/language'
import { lintClaims } from '../../../shared/claims/lint'
import { reword } from '../../../shared/claims/reword'
import classes from './ClaimHint.module.css'

interface Props {
  /** What is being written. */
  text: string
  /** Takes the whole text with a sentence put in other words; undefined where nothing can be changed now. */
  onTake?: ((text: string) => void) | undefined
}

/** Typing is not commented on letter by letter. */
const PAUSE_MS = 500

/** Under a field of free text: sentences in it that claim what a comparison can't show, why, and a wording to take. */
export function ClaimHint({ text, onTake }: Props) {
  const [settled] = useDebouncedValue(text, PAUSE_MS)
  const findings = useMemo(() => lintClaims([{ where: '', text: settled }], languageOf(settled)), [settled])
  // A sentence that was changed since is no longer spoken of.
  const shown = findings.filter(({ sentence }) => text.includes(sentence))
  return (
    <div aria-live="polite" data-claims={shown.length}>
      {shown.length > 0 && <Stack gap="xs" mt={4}>{shown.map(finding => <Claim key={finding.key} finding={finding} onTake={onTake && (() => onTake(reword(text, finding)))} />)}</Stack>}
    </div>
  )
}

function Claim({ finding: { sentence, from, to, why, neutral }, onTake }: { finding: ClaimFinding; onTake?: (() => void) | undefined }) {
  return (
    <Box className={classes.hint} lang={languageOf(sentence)}>
      <Text size="xs">
        {clipStart(sentence.slice(0, from))}
        <Mark className={classes.words}>{sentence.slice(from, to)}</Mark>
        {clipEnd(sentence.slice(to))}
      </Text>
      <Text size="xs" c="dimmed">{why}</Text>
      <Text size="xs" mt={2}>{`\u201c${neutral}\u201d`}</Text>
      {onTake && <Button size="compact-xs" variant="subtle" color="gray" ml={-8} lang="en" onClick={onTake}>Take this wording</Button>}
    </Box>
  )
}

const AROUND = 60
const clipStart = (text: string): string => (text.length > AROUND ? `\u2026${text.slice(-AROUND)}` : text)
const clipEnd = (text: string): string => (text.length > AROUND ? `${text.slice(0, AROUND)}\u2026` : text)
