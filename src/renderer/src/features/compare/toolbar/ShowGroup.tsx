import { IconBlur, IconFrame, IconGrid3x3, IconTag, IconWand } from '@tabler/icons-react'
import { useStore } from '../store'
import type { Viewer } from '../viewer/viewerStore'
import { Tool } from './Tool'
import classes from './bars.module.css'

/** What is drawn beside the faces. @param canEnhance whether there are enhanced copies */
export function ShowGroup({ viewer, canEnhance }: { viewer: Viewer; canEnhance: boolean }) {
  const { grid, boundary, annotations, smooth, enhanced } = useStore(viewer, state => state.look)
  return (
    <div className={classes.group}>
      <Tool icon={IconGrid3x3} label="Grid at like places" keyName="G" on={grid} onClick={() => viewer.setLook({ grid: !grid })} />
      <Tool icon={IconFrame} label="Edge of what the model saw" keyName="B" on={boundary} onClick={() => viewer.setLook({ boundary: !boundary })} />
      <Tool icon={IconTag} label="Annotations" keyName="A" on={annotations} onClick={() => viewer.setLook({ annotations: !annotations })} />
      <Tool icon={IconBlur} label={smooth ? 'Smoothing is on; show the pixels' : 'Pixels as they are; smooth them'} keyName="I" on={smooth} onClick={() => viewer.setLook({ smooth: !smooth })} />
      <Tool icon={IconWand} label={canEnhance ? 'Enhanced copies' : 'Enhanced copies: none yet, add steps under Enhancement'} keyName="E" on={enhanced} disabled={!canEnhance} onClick={() => viewer.setLook({ enhanced: !enhanced })} />
    </div>
  )
}
