import { DEFAULT_THEME, createTheme, type MantineColorsTuple } from '@mantine/core'

/** The library's teal, its two deepest shades deepened until white on them reads at 4.5 : 1, hovered or not. */
const teal = [...DEFAULT_THEME.colors.teal.slice(0, 8), '#0a7c5a', '#086a4c'] as unknown as MantineColorsTuple

/** Quiet and grey around the photos: colour belongs to the maps. Fonts are the system's, as nothing is fetched. */
export const theme = createTheme({
  colors: { teal },
  primaryColor: 'teal',
  primaryShade: 9,
  autoContrast: true,
  defaultRadius: 'md',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace',
  headings: { fontWeight: '650' }
})
