import { ActionIcon, Menu, SegmentedControl, Slider, Text, Tooltip } from '@mantine/core'
import { IconPalette } from '@tabler/icons-react'
import type { ColourScale, PaletteName } from '../../../../../shared/domain/explanation'
import { EXPLAINERS, type ExplainerId } from '../../../../../shared/domain/explainers'
import { Legend } from '../../../overlay/Legend'
import type { Layer } from '../../../overlay/paint'
import type { Live } from '../live/useLive'
import { useStore } from '../store'
import type { Viewer } from '../viewer/viewerStore'
import { ExplainerMenu } from './ExplainerMenu'
import { toolLook } from './Tool'
import { useKeyHint } from './useKeyHint'
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
  /** The explanation on its way; null before the first run. */
  waiting: Pick<Live, 'progress' | 'error'> | null
  palette: PaletteName
  opacity: number
  /** Maps are withheld from this examiner. */
  blind: boolean
}

/** Which map lies over the faces, how strong, in what colours, and what the colours stand for. */
export function LayerBar({ viewer, scale, waiting, palette, opacity, blind }: LayerBarProps) {
  const { layer, mode, explainer } = useStore(viewer, state => state.look)
  const keyed = useKeyHint()
  const data = layers.map(({ value, label, keyName, hint }) => ({ value, label: <Tooltip label={keyed(hint, keyName)} openDelay={350}><span>{label}</span></Tooltip> }))
  const hidden = mode === 'difference' && layer !== 'none'
  return (
    <div className={classes.layerBar}>
      <SegmentedControl size="xs" aria-label="Map" data={data} value={layer} disabled={scale === null} onChange={value => viewer.setLook({ layer: value })} />
      <ExplainerMenu viewer={viewer} explainer={explainer} disabled={blind || waiting === null} />
      {scale !== null && layer !== 'none' && !hidden && (
        <>
          <Legend scale={scale} explainer={explainer} />
          <div className={classes.slider}>
            <span>Opacity</span>
            <Slider w={64} size={4} thumbSize={14} min={0} max={1} step={0.05} label={null} thumbLabel="Opacity of the map" value={opacity} onChange={value => viewer.setLook({ opacity: value })} />
            <span className="tabular">{Math.round(opacity * 100)} %</span>
          </div>
          <Palettes viewer={viewer} palette={palette} />
        </>
      )}
      {hidden && <Text size="xs" c="dimmed">No map is drawn over a difference of photos.</Text>}
      {scale === null && <Text size="xs" c="dimmed">{blind ? 'Maps are withheld until your opinion is locked.' : waitingText(waiting, explainer)}</Text>}
    </div>
  )
}

function waitingText(waiting: LayerBarProps['waiting'], explainer: ExplainerId): string {
  if (waiting === null) return 'Maps come with the first run.'
  if (waiting.error) return `The maps of ${EXPLAINERS[explainer].title} could not be computed; the reason stands under Result.`
  return waiting.progress ? `${waiting.progress.step}: ${waiting.progress.done} of ${waiting.progress.total}` : `${EXPLAINERS[explainer].title} is being computed …`
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
