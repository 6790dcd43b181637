import { ActionIcon, Menu, SegmentedControl, Slider, Text, Tooltip } from '@mantine/core'
import { IconPalette } from '@tabler/icons-react'
import type { ColourScale, PaletteName } from '../../../../../shared/domain/explanation'
import { Legend } from '../../../overlay/Legend'
import type { Layer } from '../../../overlay/paint'
import { useStore } from '../store'
import type { Viewer } from '../viewer/viewerStore'
import { toolLook } from './Tool'
import classes from './bars.module.css'

const layers: { value: Layer; label: string; keyName: string; hint: string }[] = [
  { value: 'none', label: 'None', keyName: 'N', hint: 'The photos alone' },
  { value: 'similar', label: 'Similar', keyName: 'S', hint: 'Where the arguments for the same source are sensitive' },
  { value: 'dissimilar', label: 'Dissimilar', keyName: 'D', hint: 'Where the arguments against the same source are sensitive' },
  { value: 'combined', label: 'Combined', keyName: 'C', hint: 'Similar minus dissimilar' }
]
const palettes: { value: PaletteName; label: string }[] = [
  { value: 'paper', label: 'Pink and green' },
  { value: 'safe', label: 'Blue and vermilion, for every colour vision' }
]

interface LayerBarProps {
  viewer: Viewer
  /** As drawn; null before the first explanation. */
  scale: ColourScale | null
  palette: PaletteName
  opacity: number
  /** Maps are withheld from this examiner. */
  blind: boolean
}

/** Which map lies over the faces, how strong, in what colours, and what the colours stand for. */
export function LayerBar({ viewer, scale, palette, opacity, blind }: LayerBarProps) {
  const { layer, mode } = useStore(viewer, state => state.look)
  const data = layers.map(({ value, label, keyName, hint }) => ({ value, label: <Tooltip label={`${hint} (${keyName})`} openDelay={350}><span>{label}</span></Tooltip> }))
  const hidden = mode === 'difference' && layer !== 'none'
  return (
    <div className={classes.layerBar}>
      <SegmentedControl size="xs" aria-label="Map" data={data} value={layer} disabled={scale === null} onChange={value => viewer.setLook({ layer: value })} />
      {scale !== null && layer !== 'none' && !hidden && (
        <>
          <Legend scale={scale} />
          <div className={classes.slider}>
            <span>Opacity</span>
            <Slider w={64} size={4} thumbSize={14} min={0} max={1} step={0.05} label={null} thumbLabel="Opacity of the map" value={opacity} onChange={value => viewer.setLook({ opacity: value })} />
            <span className="tabular">{Math.round(opacity * 100)} %</span>
          </div>
          <Palettes viewer={viewer} palette={palette} />
        </>
      )}
      {hidden && <Text size="xs" c="dimmed">No map is drawn over a difference of photos.</Text>}
      {scale === null && <Text size="xs" c="dimmed">{blind ? 'Maps are withheld until your opinion is locked.' : 'Maps come with the first run.'}</Text>}
    </div>
  )
}

function Palettes({ viewer, palette }: { viewer: Viewer; palette: PaletteName }) {
  return (
    <Menu position="top-end">
      <Menu.Target>
        <ActionIcon size={28} {...toolLook(false)} aria-label="Colours of the maps">
          <IconPalette size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {palettes.map(({ value, label }) => (
          <Menu.Item key={value} onClick={() => viewer.setLook({ palette: value })} aria-current={value === palette} fw={value === palette ? 600 : undefined}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
