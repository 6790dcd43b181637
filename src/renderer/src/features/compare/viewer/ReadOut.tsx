import type { FaceMaps } from '../../../../../shared/domain/caseComparison'
import type { Point } from '../../../../../shared/domain/face'
import { useStore } from '../store'
import { SIDES, type Side } from './layers'
import { read, regionUnder } from './readOut'
import type { FacePictures } from './scene'
import { useColour } from './useColour'
import type { Viewer } from './viewerStore'
import classes from '../toolbar/bars.module.css'

export interface ReadSide {
  pictures: FacePictures
  maps: FaceMaps | null
}

/** The numbers under the pointer, on both faces: where it is, what colour the photo has, and what the maps hold. */
export function ReadOut({ viewer, sides, stale }: { viewer: Viewer; sides: Record<Side, ReadSide | null>; stale: boolean }) {
  const at = useStore(viewer.hover, hover => hover.at)
  const crop = useStore(viewer, state => state.crop)
  const region = at && regionUnder(at, crop)
  return (
    <div className={classes.readOut} data-testid="read-out">
      <span className={classes.place}>
        {at ? (
          <>
            Crop {at.x.toFixed(1)}, {at.y.toFixed(1)}
            <span className={classes.dim}>{region ?? 'outside the crop'}</span>
          </>
        ) : (
          <span className={classes.dim}>Point at a face to read its values.</span>
        )}
      </span>
      <div className={classes.readings}>{at && SIDES.map(side => <ReadingOf key={side} side={side} at={at} of={sides[side]} stale={stale} />)}</div>
    </div>
  )
}

function ReadingOf({ side, at, of, stale }: { side: Side; at: Point; of: ReadSide | null; stale: boolean }) {
  const colourAt = useColour(of?.pictures ?? null)
  if (!of) return null
  const { photo, values } = read(at, { toCrop: of.pictures.toCrop, photoSize: of.pictures.photoSize, maps: of.maps })
  const colour = colourAt(at)
  return (
    <span className={classes.reading} data-side={side}>
      <b>{side.toUpperCase()}</b>
      <span className={classes.where}>{photo ? `${photo.x.toFixed(1)}, ${photo.y.toFixed(1)}` : 'outside the photo'}</span>
      {colour && <span className={classes.colour} style={{ background: `rgb(${colour.join(' ')})` }} />}
      <span className={classes.rgb}>{colour ? colour.join(' ') : ''}</span>
      {values && (
        <>
          <Value name="similar" text={scientific(values.similar)} stale={stale} />
          <Value name="dissimilar" text={scientific(values.dissimilar)} stale={stale} />
          <Value name="combined" text={`${values.combined < 0 ? '\u2212' : '+'}${scientific(Math.abs(values.combined))}`} stale={stale} />
        </>
      )}
    </span>
  )
}

function Value({ name, text, stale }: { name: string; text: string; stale: boolean }) {
  return (
    <span className={`${classes.value} ${stale ? classes.outdated : ''}`}>
      <span>{name}</span>
      {text}
    </span>
  )
}

/** Map values are small: three digits and a power of ten, e.g. 1.23e−3. */
const scientific = (value: number): string => value.toExponential(2).replace('-', '\u2212')
