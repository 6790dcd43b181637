import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useCall } from '../../client'

/** One case, found by what is typed; or all. */
export function CaseFilter({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 200)
  const { data } = useCall('case.list', { text: asked, status: ['open', 'closed', 'archived'], limit: 20 }, { keepPrevious: true })
  const { data: chosen } = useCall('case.get', { id: value ?? '' }, { enabled: value !== null })
  const cases = data?.rows ?? []
  const options = chosen && !cases.some(({ id }) => id === chosen.id) ? [chosen, ...cases] : cases
  return (
    <Select
      aria-label="Case"
      placeholder="All cases"
      data={options.map(({ id, number, title }) => ({ value: id, label: title === '' ? number : `${number} · ${title}` }))}
      value={value}
      onChange={onChange}
      onSearchChange={setText}
      searchable
      clearable
      // The program has searched already.
      filter={({ options }) => options}
      nothingFoundMessage="No case fits"
      clearButtonProps={{ 'aria-label': 'All cases' }}
      w={340}
    />
  )
}
