import { Anchor, Stack } from '@mantine/core'
import { Link } from 'wouter'
import type { Exhibit } from '../../../../../shared/domain/exhibit'
import { toExhibitFacts } from '../../../routes'
import { Fact } from '../../../ui/Fact'
import { Time } from '../../../ui/Time'
import { bytes } from '../../../ui/format'
import { FacesLine } from './FacesLine'

/** The file and the photo in it, as they were found. */
export function ExhibitFacts({ exhibit }: { exhibit: Exhibit }) {
  const { path, size, modified, imported, importedBy, photo, duplicates } = exhibit
  return (
    <Stack gap={5}>
      {path !== null && <Fact label="Path">{path}</Fact>}
      <Fact label="Size">{`${size.toLocaleString('en')} bytes (${bytes(size)})`}</Fact>
      <Fact label="File changed">{modified === null ? 'Not known' : <Time at={modified} />}</Fact>
      <Fact label="Imported">
        <Time at={imported} />
        {` by ${importedBy}`}
      </Fact>
      {photo && <Fact label="Photo">{`${photo.format.toUpperCase()}, ${photo.width} × ${photo.height} pixels${photo.orientation === 1 ? '' : `, turned upright (EXIF orientation ${photo.orientation})`}`}</Fact>}
      {photo?.warnings.map(warning => (
        <Fact key={warning} label="Warning">
          {warning}
        </Fact>
      ))}
      <Fact label="Faces">
        <FacesLine exhibit={exhibit} />
      </Fact>
      {duplicates.length > 0 && (
        <Fact label="Same bytes">
          {duplicates.map(other => (
            <Duplicate key={other} caseId={exhibit.case} id={other} />
          ))}
        </Fact>
      )}
    </Stack>
  )
}

const Duplicate = ({ caseId, id }: { caseId: string; id: string }) => (
  <Anchor component={Link} href={toExhibitFacts(caseId, id)} size="sm">
    Another exhibit
  </Anchor>
)
