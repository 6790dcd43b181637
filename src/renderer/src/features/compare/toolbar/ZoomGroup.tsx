import { Button, Menu } from '@mantine/core'
import { IconArrowsMaximize, IconChevronDown, IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react'
import { scaleOf, type Affine } from '../../../../../shared/geometry/similarity'
import { useStore } from '../store'
import { ZOOM_STEP } from '../viewer/gestures'
import type { Side } from '../viewer/layers'
import { scaleOfViewer, type Viewer } from '../viewer/viewerStore'
import { Tool } from './Tool'
import classes from './bars.module.css'

/** How large the faces are. @param toCrop photo to crop, for the photos' own size */
export function ZoomGroup({ viewer, toCrop }: { viewer: Viewer; toCrop: Record<Side, Affine | null> }) {
  const scale = useStore(viewer, scaleOfViewer)
  const screen = scale * devicePixelRatio
  /** @param pixels of the screen per crop pixel */
  const zoomTo = (pixels: number): void => viewer.zoomTo(pixels / devicePixelRatio)
  return (
    <div className={classes.group}>
      <Tool icon={IconMinus} label="Zoom out" keyName="-" onClick={() => viewer.zoom(1 / ZOOM_STEP)} />
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="compact-sm" variant="default" className={classes.zoom} rightSection={<IconChevronDown size={13} aria-hidden />} aria-label={`Zoom: ${screen.toFixed(2)} screen pixels per crop pixel`}>
            {screen.toFixed(screen < 10 ? 2 : 1)}×
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Screen pixels per pixel of the model’s crop</Menu.Label>
          {[1, 2, 4, 8, 16].map(pixels => (
            <Menu.Item key={pixels} onClick={() => zoomTo(pixels)}>
              {pixels}:1 crop pixels
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Label>One screen pixel per photo pixel</Menu.Label>
          {(['a', 'b'] as const).map(side => (
            <Menu.Item key={side} disabled={toCrop[side] === null} onClick={() => toCrop[side] && zoomTo(1 / scaleOf(toCrop[side]))}>
              1:1 photo {side.toUpperCase()}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Tool icon={IconPlus} label="Zoom in" keyName="+" onClick={() => viewer.zoom(ZOOM_STEP)} />
      <Tool icon={IconFocusCentered} label="Fit the faces" keyName="0" onClick={() => viewer.fitTo('face')} />
      <Tool icon={IconArrowsMaximize} label="Whole photos, as photographed" keyName="9" onClick={() => viewer.fitTo('photo')} />
    </div>
  )
}
