import { Accordion, Box, Button, Drawer, Group, Loader, Stack } from '@mantine/core'
import { IconAdjustments } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { Exhibit } from '../../../../../shared/domain/exhibit'
import { useCall } from '../../../client'
import { toExhibit } from '../../../routes'
import { ErrorNote } from '../../../ui/ErrorNote'
import { EvidencePart } from './EvidencePart'
import { ExhibitFacts } from './ExhibitFacts'
import { ExifTable } from './ExifTable'
import { FaceBoxes } from './FaceBoxes'
import { Photo } from './Photo'
import { ProvenancePart } from './ProvenancePart'
import { RemoveExhibit } from './RemoveExhibit'

/** All that is known of one exhibit. */
export function ExhibitDrawer({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { data, error } = useCall('exhibit.get', { id: id ?? '' }, { enabled: id !== undefined })
  return (
    <Drawer opened={id !== undefined} onClose={onClose} position="right" size={600} title={data ? `E-${data.number} · ${data.name}` : 'Exhibit'}>
      {error && <ErrorNote title="The exhibit could not be read" error={error} />}
      {id !== undefined && !data && !error && <Loader aria-label="The exhibit is being read" />}
      {data && <Parts exhibit={data} />}
    </Drawer>
  )
}

function Parts({ exhibit }: { exhibit: Exhibit }) {
  return (
    <Stack gap="md">
      <Box bdrs="sm">
        <Photo exhibit={exhibit} size="view">
          <FaceBoxes exhibit={exhibit} />
        </Photo>
      </Box>
      <Group gap="xs">
        <Button component={Link} href={toExhibit(exhibit.case, exhibit.id)} leftSection={<IconAdjustments size={16} stroke={1.6} />}>
          Face editor
        </Button>
        <RemoveExhibit exhibit={exhibit} />
      </Group>
      <ExhibitFacts exhibit={exhibit} />
      <Accordion multiple defaultValue={['evidence', 'provenance']} variant="separated" order={3}>
        <Accordion.Item value="evidence">
          <Accordion.Control>Evidence</Accordion.Control>
          <Accordion.Panel>
            <EvidencePart exhibit={exhibit} />
          </Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="provenance">
          <Accordion.Control>Provenance and notes</Accordion.Control>
          <Accordion.Panel>
            <ProvenancePart key={exhibit.revision} exhibit={exhibit} />
          </Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="exif">
          <Accordion.Control>EXIF</Accordion.Control>
          <Accordion.Panel>
            <ExifTable exif={exhibit.photo?.exif ?? {}} />
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Stack>
  )
}
