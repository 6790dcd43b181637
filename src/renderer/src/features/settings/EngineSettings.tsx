import { ActionIcon, NumberInput, Select, TextInput, Tooltip } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useCall } from '../../client'
import { Panel } from '../../ui/Panel'
import { usePick } from '../../ui/usePick'
import type { SettingsFormType } from './form'

const devices = [
  { value: 'auto', label: 'Automatic: a GPU where there is one' },
  { value: 'cpu', label: 'CPU' },
  { value: 'webgpu', label: 'GPU (WebGPU)' },
  { value: 'cuda', label: 'NVIDIA GPU (CUDA)' }
]

const OWN = 'own'
const DEFAULT = 'default'

/** Where the model runs, which one it is, and, for one without calibration, its threshold. */
export function EngineSettings({ form }: { form: SettingsFormType }) {
  const { data } = useCall('model.list', {})
  const pick = usePick()
  const recognisers = (data?.models ?? []).filter(({ role }) => role === 'recognition')
  const { model } = form.values
  const own = model !== null && !recognisers.some(({ id }) => id === model)
  const choose = async (): Promise<void> => {
    const [path] = (await pick?.('model')) ?? []
    if (path !== undefined) form.setFieldValue('model', path)
  }
  const button = pick && (
    <Tooltip label="Choose a file">
      <ActionIcon variant="subtle" color="gray" onClick={() => void choose().catch(() => undefined)} aria-label="ONNX file: choose">
        <IconFolderOpen size={17} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
  return (
    <Panel title="Engine">
      <Select label="Device" data={devices} allowDeselect={false} {...form.getInputProps('device')} />
      <Select
        label="Recognition model"
        data={[{ value: DEFAULT, label: `Default${recognisers[0] ? `: ${recognisers[0].name}` : ''}` }, ...recognisers.map(({ id, name }) => ({ value: id, label: name })), { value: OWN, label: 'Own ONNX file' }]}
        allowDeselect={false}
        value={own ? OWN : (model ?? DEFAULT)}
        onChange={value => form.setFieldValue('model', value === OWN ? '' : value === DEFAULT ? null : value)}
      />
      {own && (
        <>
          <TextInput label="ONNX file" description="Whole path on this machine. It is checked and compiled when it is first used." required spellCheck={false} rightSection={button} {...form.getInputProps('model')} />
          <NumberInput
            label="Its threshold"
            description="A cosine from your own validation. No error rates are known for it, and every result says so."
            min={-1}
            max={1}
            step={0.01}
            decimalScale={4}
            {...form.getInputProps('threshold')}
            value={form.values.threshold ?? ''}
            onChange={value => form.setFieldValue('threshold', typeof value === 'number' ? value : null)}
          />
        </>
      )}
    </Panel>
  )
}
