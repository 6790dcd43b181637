import { SegmentedControl, Stack, Text } from '@mantine/core'
import { ReportLanguage } from '../../../../../shared/domain/claims'
import { Panel } from '../../../ui/Panel'
import { ComparisonChoice } from '../../case/comparisons/ComparisonChoice'
import { SignFields } from '../../key/SignFields'
import { LANGUAGES } from '../reportWords'
import type { ReportDraft } from './draft'

interface Props {
  caseId: string
  draft: ReportDraft
  onChange: (patch: Partial<ReportDraft>) => void
  /** What is wrong with the passphrase. */
  passphraseError: string | undefined
  disabled: boolean
}

const languages = ReportLanguage.options.map(value => ({ value, label: LANGUAGES[value] }))
const states = [{ value: 'draft', label: 'Draft' }, { value: 'signed', label: 'Signed' }]

/** What goes in, in which language, and whether it is signed. */
export function ReportChoices({ caseId, draft: { comparisons, language, signed, passphrase }, onChange, passphraseError, disabled }: Props) {
  return (
    <Stack gap="md">
      <Panel title="What goes in">
        <ComparisonChoice caseId={caseId} value={comparisons} onChange={value => onChange({ comparisons: value })} disabled={disabled} />
        <div>
          <Text size="sm" fw={500} mb={6} id="report-language">Language</Text>
          <SegmentedControl aria-labelledby="report-language" data={languages} value={language} disabled={disabled} onChange={value => onChange({ language: value })} />
          <Text size="xs" c="dimmed" mt={6}>Of the report’s own words. What you wrote stays as you wrote it.</Text>
        </div>
      </Panel>
      <Panel title="Draft or signed">
        <SegmentedControl aria-label="Draft or signed" data={states} value={signed ? 'signed' : 'draft'} disabled={disabled} onChange={value => onChange({ signed: value === 'signed' })} w="fit-content" />
        {signed ? (
          <SignFields passphrase={passphrase} onPassphrase={value => onChange({ passphrase: value })} error={passphraseError} disabled={disabled}>
            Signing locks the comparisons in it: their faces, runs, checklist and conclusion can’t be changed any more. An amendment opens a comparison again as its next version, with a reason; this report stays as it is.
          </SignFields>
        ) : (
          <Text size="sm" c="dimmed">“DRAFT” stands across every page, and everything can still be changed.</Text>
        )}
      </Panel>
    </Stack>
  )
}
