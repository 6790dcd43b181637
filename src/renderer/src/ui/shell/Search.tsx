import { Box, Button, Group, Kbd, Mark, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight, createSpotlight } from '@mantine/spotlight'
import { IconFile, IconFolder, IconNotes, IconSearch, type Icon } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import { useLocation } from 'wouter'
import type { SearchHit } from '../../../../shared/domain/case'
import { useCall } from '../../client'
import { toCase, toComparison, toExhibitFacts } from '../../routes'

const [store, search] = createSpotlight()
export const openSearch = search.open

const icons: Record<SearchHit['kind'], Icon> = { case: IconFolder, exhibit: IconFile, note: IconNotes }

function addressOf({ kind, case: caseId, id }: SearchHit): string {
  if (kind === 'case') return toCase(id)
  return kind === 'exhibit' ? toExhibitFacts(caseId, id) : toComparison(caseId, id)
}

/** Search over the whole library: the button in the header, and what it opens (Ctrl+K). */
export function Search() {
  const [query, setQuery] = useState('')
  const [asked] = useDebouncedValue(query.trim(), 150)
  const [, navigate] = useLocation()
  const { data, error, isFetching } = useCall('library.search', { text: asked }, { enabled: asked !== '', keepPrevious: true })
  const hits = asked === '' ? [] : (data?.hits ?? [])
  // Enter opens the best hit while the arrows have chosen none.
  const openFirst = (event: KeyboardEvent): void => {
    const [first] = hits
    if (event.key !== 'Enter' || store.getState().selected !== -1 || !first) return
    search.close()
    navigate(addressOf(first))
  }
  return (
    <>
      <Button variant="default" onClick={openSearch} leftSection={<IconSearch size={15} />} rightSection={<Kbd size="xs">Ctrl K</Kbd>} fw={400}>
        Search
      </Button>
      <Spotlight.Root store={store} query={query} onQueryChange={setQuery} scrollable maxHeight={460} shortcut="mod + K" centered={false} yOffset="12vh" overlayProps={{ blur: 0 }} tagsToIgnore={[]} attributes={{ content: { 'aria-label': 'Search the library' } }}>
        <Spotlight.Search placeholder="Cases, exhibits, notes" leftSection={<IconSearch size={18} stroke={1.5} />} aria-label="Search cases, exhibits and notes" onKeyDown={openFirst} />
        <Spotlight.ActionsList>
          {hits.map(hit => (
            <Hit key={`${hit.kind} ${hit.id}`} hit={hit} onOpen={() => navigate(addressOf(hit))} />
          ))}
          {hits.length === 0 && <Spotlight.Empty>{hint(query.trim(), asked, isFetching, error?.message)}</Spotlight.Empty>}
        </Spotlight.ActionsList>
      </Spotlight.Root>
    </>
  )
}

function hint(query: string, asked: string, busy: boolean, problem: string | undefined): string {
  if (problem !== undefined) return problem
  if (query === '') return 'Every word must occur; the last may be a beginning.'
  return busy || query !== asked ? 'Searching …' : 'Nothing found in cases, exhibits and notes.'
}

function Hit({ hit, onOpen }: { hit: SearchHit; onOpen: () => void }) {
  const HitIcon = icons[hit.kind]
  return (
    <Spotlight.Action onClick={onOpen}>
      <Group gap="sm" wrap="nowrap" w="100%">
        <HitIcon size={18} stroke={1.5} aria-hidden />
        <Box flex={1} miw={0}>
          <Text size="sm" fw={600} truncate>
            {hit.title}
          </Text>
          <Text size="xs" c="dimmed" lineClamp={2}>
            <Snippet text={hit.snippet} />
          </Text>
        </Box>
        {hit.kind !== 'case' && (
          <Text size="xs" c="dimmed">
            {hit.caseNumber}
          </Text>
        )}
      </Group>
    </Spotlight.Action>
  )
}

/** The words found stand between U+0002 and U+0003. */
function Snippet({ text }: { text: string }) {
  const parts = text.split(/\u0002([^\u0003]*)\u0003/)
  return parts.map((part, index) => (index % 2 === 1 ? <Mark key={index}>{part}</Mark> : part))
}
