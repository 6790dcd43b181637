import { Button, Group, TextInput } from '@mantine/core'
import { useDebouncedValue, useDisclosure, useSessionStorage } from '@mantine/hooks'
import { IconPackageImport, IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { notifyError, useCall } from '../../client'
import { useReadOnly } from '../../data/useLibrary'
import { toCase } from '../../routes'
import { ErrorNote } from '../../ui/ErrorNote'
import { DropOverlay } from '../../ui/DropOverlay'
import { PagedTable, firstPage, pageQuery, type View } from '../../ui/PagedTable'
import { Screen } from '../../ui/Screen'
import { useCommand } from '../../ui/commands'
import { count } from '../../ui/format'
import { ImportPackage } from '../package/ImportPackage'
import type { PackageFile } from '../package/usePackageImport'
import { CaseFilters, STATUS_FILTERS, type Filters } from './CaseFilters'
import { FirstCase } from './FirstCase'
import { NewCase } from './NewCase'
import { NothingFound } from './NothingFound'
import { caseColumns, type CaseSort } from './caseColumns'

const READ_ONLY = { kind: 'usage', code: 'library.read-only', message: 'This library is open for reading only: open it for work, or another one, then import the case.' } as const

const unfiltered: Filters = { text: '', status: 'current', tag: null }

/** The cases of the library: found, sorted and filtered by the program, a page at a time. */
export function CasesScreen() {
  const [filters, setFilters] = useSessionStorage<Filters>({ key: 'cases.filters', defaultValue: unfiltered, getInitialValueInEffect: false })
  const [view, setView] = useSessionStorage<View<CaseSort>>({ key: 'cases.view', defaultValue: firstPage<CaseSort>('changed', true), getInitialValueInEffect: false })
  const [text] = useDebouncedValue(filters.text.trim(), 200)
  const [creating, { open, close }] = useDisclosure(false)
  const [, navigate] = useLocation()
  const readOnly = useReadOnly()
  const { data, error, isFetching } = useCall(
    'case.list',
    { text, status: [...STATUS_FILTERS[filters.status].statuses], tag: filters.tag, sort: view.sort, descending: view.descending, ...pageQuery(view) },
    { keepPrevious: true }
  )
  const [importing, setImporting] = useState<{ file: PackageFile | null } | null>(null)
  const importPackage = (file: PackageFile | null): void => (readOnly ? notifyError(READ_ONLY) : setImporting({ file }))
  useCommand('new-case', () => !readOnly && open())
  useCommand('import-package', importPackage)

  const change = (patch: Partial<Filters>): void => {
    setFilters({ ...filters, ...patch })
    setView({ ...view, page: 1 })
  }
  const filtered = text !== '' || filters.status !== unfiltered.status || filters.tag !== null
  const actions = (
    <>
      <Button variant="default" leftSection={<IconPackageImport size={16} stroke={1.6} />} onClick={() => importPackage(null)} disabled={readOnly}>
        Import case
      </Button>
      <Button leftSection={<IconPlus size={16} />} onClick={open} disabled={readOnly}>
        New case
      </Button>
    </>
  )
  return (
    <Screen title="Cases" hint={data ? count(data.total, filtered ? 'case found' : 'case', filtered ? 'cases found' : 'cases') : ' '} actions={actions}>
      <Group gap="xs">
        <TextInput
          aria-label="Search cases"
          placeholder="Number, title, purpose, notes, tags, examiner"
          leftSection={<IconSearch size={16} stroke={1.6} />}
          value={filters.text}
          onChange={event => change({ text: event.currentTarget.value })}
          maxLength={200}
          flex="1 1 320px"
          maw={460}
        />
        <CaseFilters filters={filters} onChange={change} />
      </Group>
      {error && <ErrorNote title="The cases could not be listed" error={error} />}
      <PagedTable
        label="Cases"
        noun="Cases"
        columns={caseColumns}
        data={data}
        fetching={isFetching}
        view={view}
        onView={setView}
        onRow={({ id }) => navigate(toCase(id))}
        empty={data && (filtered ? <NothingFound onClear={() => change(unfiltered)} /> : <FirstCase onCreate={open} />)}
      />
      <NewCase opened={creating} onClose={close} />
      <ImportPackage opened={importing !== null} file={importing?.file ?? null} onClose={() => setImporting(null)} />
      <DropOverlay icon={IconPackageImport} title="Drop a case package to import it" hint="It is looked into first; nothing is written before you agree." onDrop={({ files }) => files[0] && importPackage(files[0])} />
    </Screen>
  )
}
