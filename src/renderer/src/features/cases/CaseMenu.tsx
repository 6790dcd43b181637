import { ActionIcon, Menu } from '@mantine/core'
import { IconArchive, IconCircleCheck, IconDots, IconPackageExport, IconRotate } from '@tabler/icons-react'
import type { CaseRow, CaseStatus } from '../../../../shared/domain/case'
import { useReadOnly } from '../../data/useLibrary'
import { openExport } from '../package/ExportPackage'
import { useCaseStatus } from './useCaseStatus'

/** What can be done with a case without opening it. */
export function CaseMenu({ row }: { row: Pick<CaseRow, 'id' | 'number' | 'status' | 'revision'> }) {
  const setStatus = useCaseStatus()
  // A closed case can be reopened: only the library's own mode counts.
  const readOnly = useReadOnly()
  const to = (status: CaseStatus) => () => void setStatus(row, status).catch(() => undefined)
  return (
    <Menu position="bottom-end" disabled={readOnly}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" disabled={readOnly} aria-label={`Actions for case ${row.number}`}>
          <IconDots size={17} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPackageExport size={16} stroke={1.6} />} onClick={() => openExport(row.id, row.number)}>
          Export case
        </Menu.Item>
        <Menu.Divider />
        {row.status !== 'open' && (
          <Menu.Item leftSection={<IconRotate size={16} stroke={1.6} />} onClick={to('open')}>
            Reopen
          </Menu.Item>
        )}
        {row.status === 'open' && (
          <Menu.Item leftSection={<IconCircleCheck size={16} stroke={1.6} />} onClick={to('closed')}>
            Close
          </Menu.Item>
        )}
        {row.status !== 'archived' && (
          <Menu.Item leftSection={<IconArchive size={16} stroke={1.6} />} onClick={to('archived')}>
            Archive
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
