import { SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'

const schemes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'System' }
]

/** Light, dark, or as the system is set. */
export function SchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <SegmentedControl
      size="xs"
      aria-label="Colours of the window"
      data={schemes}
      value={colorScheme}
      onChange={value => setColorScheme(value as MantineColorScheme)}
    />
  )
}
