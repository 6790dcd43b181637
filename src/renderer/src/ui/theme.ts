import { Badge, Button, DEFAULT_THEME, Drawer, Menu, Modal, Notification, Popover, Tooltip, createTheme, type MantineColorsTuple } from '@mantine/core'

/** The library's teal, its two deepest shades deepened until white on them reads at 4.5 : 1, hovered or not. */
const teal = [...DEFAULT_THEME.colors.teal.slice(0, 8), '#0a7c5a', '#086a4c'] as unknown as MantineColorsTuple

/** A dialog's head is no second banner of the page. */
const dialogParts = { header: { role: 'presentation' } }

/** Quiet and grey around the photos: colour belongs to the maps. Fonts are the system's, as nothing is fetched. */
export const theme = createTheme({
  colors: { teal },
  primaryColor: 'teal',
  primaryShade: 9,
  autoContrast: true,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.84375rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  headings: { fontWeight: '650' },
  components: {
    // Dense, as a tool that is open all day: 32 pixels for what is pressed and typed into.
    Button: Button.extend({ vars: (_theme, { size }) => ({ root: size === undefined ? { '--button-height': '2rem', '--button-padding-x': '0.8125rem', '--button-fz': '0.84375rem' } : {} }) }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, multiline: true, maw: 380, withArrow: true } }),
    // What opens over a screen belongs to its main part.
    Popover: Popover.extend({ defaultProps: { portalProps: { target: '#main' } } }),
    // The first item has the focus, as menus have it everywhere; the library's placeholder is no child a menu may have.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Modal: Modal.extend({ defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Close' }, attributes: dialogParts }, styles: { title: { fontWeight: 650 } } }),
    Drawer: Drawer.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close' }, attributes: dialogParts }, styles: { title: { fontWeight: 650 } } }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close this message' } } }),
    Badge: Badge.extend({ styles: { root: { textTransform: 'none', fontWeight: 550 } } })
  }
})
