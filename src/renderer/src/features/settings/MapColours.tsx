import { Radio, Slider, Stack, Text } from '@mantine/core'
import type { PaletteName } from '../../../../shared/domain/explanation'
import { PALETTES } from '../../../../shared/domain/palettes'
import { Panel } from '../../ui/Panel'
import type { SettingsFormType } from './form'

const palettes: { name: PaletteName; label: string; description: string }[] = [
  { name: 'paper', label: 'Green and pink', description: 'As the method’s paper shows them.' },
  { name: 'safe', label: 'Blue and vermilion', description: 'Told apart with every common colour vision.' }
]

/** How maps are coloured, with a look at it. */
export function MapColours({ form }: { form: SettingsFormType }) {
  const { opacity } = form.values
  return (
    <Panel title="Colours of the maps">
      <Radio.Group label="Palette" {...form.getInputProps('palette')}>
        <Stack gap="sm" mt={6}>
          {palettes.map(({ name, label, description }) => (
            <div key={name}>
              <Radio value={name} label={label} description={description} />
              <Ramp palette={name} opacity={opacity} />
            </div>
          ))}
        </Stack>
      </Radio.Group>
      <div>
        <Text size="sm" fw={500} id="opacity-label">
          Opacity of full colour
        </Text>
        <Slider
          mt={8}
          mb="md"
          min={0}
          max={1}
          step={0.05}
          label={value => value.toFixed(2)}
          marks={[{ value: 0, label: '0' }, { value: 0.5, label: '0.5' }, { value: 1, label: '1' }]}
          thumbProps={{ 'aria-labelledby': 'opacity-label' }}
          {...form.getInputProps('opacity')}
        />
      </div>
    </Panel>
  )
}

/** From fully dissimilar to fully similar over a grey picture, as the colour bar of a comparison. */
function Ramp({ palette, opacity }: { palette: PaletteName; opacity: number }) {
  const { similar, dissimilar } = PALETTES[palette]
  return (
    <svg viewBox="0 0 320 34" preserveAspectRatio="none" width="100%" height={34} role="img" aria-label={`${palette === 'paper' ? 'Pink' : 'Vermilion'} for dissimilar, ${palette === 'paper' ? 'green' : 'blue'} for similar`}>
      <defs>
        <linearGradient id={`ramp-${palette}`}>
          <stop offset="0" stopColor={dissimilar} stopOpacity={opacity} />
          <stop offset="0.5" stopColor={dissimilar} stopOpacity={0} />
          <stop offset="0.5" stopColor={similar} stopOpacity={0} />
          <stop offset="1" stopColor={similar} stopOpacity={opacity} />
        </linearGradient>
      </defs>
      <rect x="27" y="8" width="293" height="12" fill="#a5a5a5" />
      <rect x="27" y="8" width="293" height="12" fill={`url(#ramp-${palette})`} />
    </svg>
  )
}
