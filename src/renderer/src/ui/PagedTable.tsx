import { ActionIcon, Paper, rem } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { DataTable, type DataTableColumn } from 'mantine-datatable'
import { useState, type ReactNode } from 'react'

const PAGE_SIZES = [25, 50, 100, 200]
/** Columns of which the largest is wanted first. */
const NEWEST_FIRST = new Set(['changed', 'created', 'sequence', 'cosine'])

/** Which rows are shown and in what order. */
export interface View<S extends string> {
  page: number
  size: number
  sort: S
  descending: boolean
}

export const firstPage = <S extends string>(sort: S, descending: boolean): View<S> => ({ page: 1, size: 50, sort, descending })

/** The part of a query that names the page. */
export const pageQuery = ({ page, size }: View<string>): { offset: number; limit: number } => ({ offset: (page - 1) * size, limit: size })

interface Props<T extends Record<string, unknown>, S extends string> {
  /** What the table holds, for who can't see it. */
  label: string
  noun: string
  columns: DataTableColumn<T>[]
  data: { total: number; rows: T[] } | undefined
  fetching: boolean
  view: View<S>
  onView: (view: View<S>) => void
  onRow?: (row: T) => void
  /** What a row shows below itself when it is pressed. */
  expanded?: (row: T) => ReactNode
  empty: ReactNode
  rowClassName?: (row: T) => string | undefined
  idAccessor?: string
}

/** A table of which the program sends one page at a time, sorted there. */
export function PagedTable<T extends Record<string, unknown>, S extends string>({ label, noun, columns, data, fetching, view, onView, onRow, expanded, empty, rowClassName, idAccessor = 'id' }: Props<T, S>) {
  const [open, setOpen] = useState<unknown[]>([])
  const toggle = (id: unknown): void => setOpen(open.includes(id) ? open.filter(other => other !== id) : [...open, id])
  if (data?.total === 0) return <Paper withBorder>{empty}</Paper>
  return (
    <DataTable<T>
      aria-label={label}
      idAccessor={idAccessor}
      columns={(expanded ? [expander<T>(idAccessor, open, toggle), ...columns] : columns).map(scaled)}
      records={data?.rows ?? []}
      fetching={fetching && data === undefined}
      minHeight={data ? 0 : 260}
      height="auto"
      withTableBorder
      borderRadius="sm"
      verticalSpacing={7}
      highlightOnHover={onRow !== undefined}
      noRecordsText=""
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': label } }}
      sortStatus={{ columnAccessor: view.sort, direction: view.descending ? 'desc' : 'asc' }}
      onSortStatusChange={({ columnAccessor, direction }) => onView({ ...view, page: 1, sort: columnAccessor as S, descending: columnAccessor === view.sort ? direction === 'desc' : NEWEST_FIRST.has(String(columnAccessor)) })}
      totalRecords={data?.total ?? 0}
      recordsPerPage={view.size}
      recordsPerPageOptions={PAGE_SIZES}
      recordsPerPageLabel={`${noun} on a page`}
      onRecordsPerPageChange={size => onView({ ...view, page: 1, size })}
      page={view.page}
      onPageChange={page => onView({ ...view, page })}
      paginationText={({ from, to, totalRecords }) => `${from.toLocaleString('en')} to ${to.toLocaleString('en')} of ${totalRecords.toLocaleString('en')}`}
      getPaginationControlProps={control => ({ 'aria-label': `${control === 'previous' ? 'Previous' : 'Next'} page` })}
      {...(onRow ? { onRowClick: ({ record, event }) => isPlainClick(event) && onRow(record) } : {})}
      {...(expanded ? { rowExpansion: { allowMultiple: true, expanded: { recordIds: open, onRecordIdsChange: setOpen }, content: ({ record }) => expanded(record) } } : {})}
      {...(rowClassName ? { rowClassName } : {})}
    />
  )
}

/** Widths are those of a usual screen; they grow with the type. */
const scaled = <T,>(column: DataTableColumn<T>): DataTableColumn<T> => (typeof column.width === 'number' ? { ...column, width: rem(column.width) } : column)

/** The way to a row's details for who has no mouse. */
const expander = <T extends Record<string, unknown>>(idAccessor: string, open: readonly unknown[], toggle: (id: unknown) => void): DataTableColumn<T> => ({
  accessor: 'expander',
  title: <span className="unseen">Details</span>,
  width: 44,
  render: row => {
    const id = row[idAccessor]
    const expanded = open.includes(id)
    return (
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-expanded={expanded}
        aria-label={`Details of row ${String(id)}`}
        onClick={event => {
          event.stopPropagation()
          toggle(id)
        }}
      >
        {expanded ? <IconChevronDown size={15} /> : <IconChevronRight size={15} />}
      </ActionIcon>
    )
  }
})

/** Links, buttons and selected text in a row are not clicks on the row. */
function isPlainClick({ target }: React.MouseEvent): boolean {
  return !(target as Element).closest('a, button, input, [role="menu"]') && (window.getSelection()?.isCollapsed ?? true)
}
