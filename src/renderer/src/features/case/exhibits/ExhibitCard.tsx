import { Anchor, Badge, Group, Paper, Stack, Text, Tooltip } from '@mantine/core'
import { Link } from 'wouter'
import type { Exhibit } from '../../../../../shared/domain/exhibit'
import { toExhibitFacts } from '../../../routes'
import { Hash } from '../../../ui/Hash'
import { bytes } from '../../../ui/format'
import { EvidenceMark } from './EvidenceMark'
import classes from './ExhibitCard.module.css'
import { FaceBoxes } from './FaceBoxes'
import { FacesLine } from './FacesLine'
import { Photo } from './Photo'

/** One exhibit of the grid: the photo with its faces, what it is called, and how its evidence stands. */
export function ExhibitCard({ exhibit }: { exhibit: Exhibit }) {
  const { id, case: caseId, number, name, size, sha256, photo, evidence, duplicates, removed } = exhibit
  return (
    <Paper component="article" withBorder className={classes.card} aria-label={`Exhibit E-${number}`}>
      <Photo exhibit={exhibit} size="thumb">
        <FaceBoxes exhibit={exhibit} />
      </Photo>
      <Stack gap={5} p="sm">
        <Group gap="xs" justify="space-between" wrap="nowrap">
          <Tooltip label={name}>
            <Anchor component={Link} href={toExhibitFacts(caseId, id)} size="sm" fw={600} truncate>
              {`E-${number} · ${name}`}
            </Anchor>
          </Tooltip>
          {removed && (
            <Tooltip label={removed.reason}>
              <Badge variant="light" color="red" flex="none">
                Removed
              </Badge>
            </Tooltip>
          )}
        </Group>
        <Text size="xs" c="dimmed" className="tabular">
          {photo ? `${photo.width} × ${photo.height} · ${photo.format.toUpperCase()} · ${bytes(size)}` : bytes(size)}
        </Text>
        <Group gap="xs" justify="space-between" wrap="nowrap">
          <EvidenceMark evidence={evidence} />
          <Hash sha256={sha256} />
        </Group>
        <FacesLine exhibit={exhibit} />
        {duplicates.length > 0 && <Text size="xs">{`The same bytes as ${duplicates.length === 1 ? 'another exhibit' : `${duplicates.length} other exhibits`}`}</Text>}
      </Stack>
    </Paper>
  )
}
