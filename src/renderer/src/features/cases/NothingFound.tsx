import { Button } from '@mantine/core'
import { IconSearchOff } from '@tabler/icons-react'
import { Empty } from '../../ui/Empty'

/** No case fits what was asked for. */
export function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <Empty icon={IconSearchOff} title="No case fits" actions={<Button variant="default" onClick={onClear}>Clear search and filters</Button>}>
      Every word must occur in the number, title, purpose, notes, tags or examiner; the last word may be a beginning. Archived cases are shown by the filter Archived or All.
    </Empty>
  )
}
