import { Alert, Button, List, Stack, Text, Textarea } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { markText } from '../../../../../shared/domain/markedFace'
import { suitabilityOf } from '../../../../../shared/domain/quality'
import { useAct } from '../../../client'
import { useHold } from '../../../data/hold'
import { ClaimHint } from '../../../ui/ClaimHint'
import type { SideData } from '../data/useSide'

/** Faces that the quality lights call not suitable, and for which no reason was given yet. */
export const unsuitableFaces = (sides: readonly (SideData | null)[]): SideData[] =>
  sides.filter((side): side is SideData => side !== null && side.face.override === null && !suitabilityOf(side.face.quality).suitable)

/** Asks for the examiner's reason to use a face all the same. It is kept with the face and told in the report. */
export function Unsuitable({ side: { face, exhibit } }: { side: SideData }) {
  const [reason, setReason] = useState('')
  const hold = useHold()
  const override = useAct('face.override')
  const name = `${markText(face.mark)} (E-${exhibit.number})`
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} title={`${name} is not suitable for comparison`}>
      <Stack gap="xs">
        <List size="sm">
          {suitabilityOf(face.quality).reasons.map(text => (
            <List.Item key={text}>{text}</List.Item>
          ))}
        </List>
        <Text size="sm">Scores of such faces are unreliable. Look for a better photo; or say why this one is to be used all the same.</Text>
        <Textarea label="Reason" required autosize minRows={2} maxLength={1000} value={reason} onChange={event => setReason(event.currentTarget.value)} />
        <ClaimHint text={reason} onTake={setReason} />
        <Button color="red" variant="outline" disabled={reason.trim() === '' || hold !== null} title={hold ?? undefined} loading={override.isPending} onClick={() => override.mutate({ id: face.id, reason: reason.trim() })}>
          Use {markText(face.mark)} all the same
        </Button>
      </Stack>
    </Alert>
  )
}
