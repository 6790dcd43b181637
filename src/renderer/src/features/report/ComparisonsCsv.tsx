import { Button } from '@mantine/core'
import { IconTableExport } from '@tabler/icons-react'
import { useAct } from '../../client'
import { handOut } from '../../ui/handOut'

/** The comparisons of a case as a table for spreadsheets. */
export function ComparisonsCsv({ caseId }: { caseId: string }) {
  const { mutateAsync, isPending } = useAct('report.csv')
  const deliver = (): void => void mutateAsync({ case: caseId }).then(handOut, () => undefined)
  return (
    <Button variant="default" leftSection={<IconTableExport size={16} stroke={1.6} aria-hidden />} loading={isPending} onClick={deliver}>
      Comparisons as CSV
    </Button>
  )
}
