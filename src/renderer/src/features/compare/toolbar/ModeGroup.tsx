import { SegmentedControl, Slider, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconColumns2, IconContrast, IconGridPattern, IconLayersIntersect, IconPlayerPause, IconPlayerPlay, IconRepeat, IconSeparatorHorizontal, IconSeparatorVertical, type Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useStore } from '../store'
import { MODES, type Look, type Mode } from '../viewer/look'
import type { Viewer } from '../viewer/viewerStore'
import { Tool } from './Tool'
import { useKeyHint } from './useKeyHint'
import classes from './bars.module.css'

const modes: Record<Mode, { label: string; icon: Icon }> = {
  side: { label: 'Side by side', icon: IconColumns2 },
  overlay: { label: 'Overlay: B over A', icon: IconLayersIntersect },
  'wipe-vertical': { label: 'Wipe left and right', icon: IconSeparatorVertical },
  'wipe-horizontal': { label: 'Wipe up and down', icon: IconSeparatorHorizontal },
  blink: { label: 'Blink between A and B', icon: IconRepeat },
  difference: { label: 'Difference of A and B', icon: IconContrast },
  checker: { label: 'Checkerboard of A and B', icon: IconGridPattern }
}

/** How the two faces share the screen. */
export function ModeGroup({ viewer }: { viewer: Viewer }) {
  const mode = useStore(viewer, state => state.look.mode)
  const data = MODES.map((value, i) => ({ value, label: <ModeLabel {...modes[value]} keyName={String(i + 1)} /> }))
  return (
    <SegmentedControl size="xs" aria-label="View" data={data} value={mode} onChange={value => viewer.setLook({ mode: value })} />
  )
}

function ModeLabel({ label, icon: ModeIcon, keyName }: { label: string; icon: Icon; keyName: string }) {
  const hint = useKeyHint()
  return (
    <Tooltip label={hint(label, keyName)} openDelay={350}>
      <span className={classes.modeIcon}>
        <ModeIcon size={18} stroke={1.7} aria-hidden />
        <VisuallyHidden>{label}</VisuallyHidden>
      </span>
    </Tooltip>
  )
}

/** What a mode lets be set, over the lower edge of the pane. */
export function ModeSetting({ viewer }: { viewer: Viewer }) {
  const look = useStore(viewer, state => state.look)
  const setting = settingOf(viewer, look)
  return setting && <div className={classes.setting}>{setting}</div>
}

function settingOf(viewer: Viewer, look: Look): ReactNode {
  switch (look.mode) {
    case 'overlay':
      return <ModeSlider name="Share of B" text={`${Math.round(look.mix * 100)} % B`} min={0} max={1} step={0.01} value={look.mix} onChange={mix => viewer.setLook({ mix })} />
    case 'checker':
      return <ModeSlider name="Side of a square, crop pixels" text={`${look.square} px`} min={4} max={56} step={1} value={look.square} onChange={square => viewer.setLook({ square })} />
    case 'blink':
      return (
        <>
          <Tool icon={look.blinking ? IconPlayerPause : IconPlayerPlay} label={look.blinking ? 'Pause' : 'Blink'} keyName="Space" onClick={() => viewer.setLook({ blinking: !look.blinking })} />
          <ModeSlider name="Switches a second" text={`${look.blinkRate.toFixed(1)} a second`} min={0.5} max={3} step={0.1} value={look.blinkRate} onChange={blinkRate => viewer.setLook({ blinkRate })} />
        </>
      )
    case 'side':
    case 'wipe-vertical':
    case 'wipe-horizontal':
    case 'difference':
      return null
  }
}

interface ModeSliderProps {
  name: string
  text: string
  min: number
  max: number
  step: number
  value: number
  onChange: (value: number) => void
}

function ModeSlider({ name, text, ...slider }: ModeSliderProps) {
  return (
    <div className={classes.slider}>
      <Slider w={120} size={4} thumbSize={14} label={null} thumbLabel={name} {...slider} />
      <span className="tabular">{text}</span>
    </div>
  )
}
