import { NavLink, Stack, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconCpu, IconFolders, IconHistory, IconInfoCircle, IconSettings, type Icon } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import { paths } from '../../routes'

interface Place {
  to: string
  label: string
  icon: Icon
  /** Addresses that count as this place. */
  within: RegExp
}

const places: Place[] = [
  { to: paths.cases, label: 'Cases', icon: IconFolders, within: /^\/(cases|case\/)/ },
  { to: paths.audit, label: 'Audit log', icon: IconHistory, within: /^\/audit/ },
  { to: paths.models, label: 'Models & self-test', icon: IconCpu, within: /^\/models/ },
  { to: paths.settings, label: 'Settings', icon: IconSettings, within: /^\/settings/ },
  { to: paths.about, label: 'About', icon: IconInfoCircle, within: /^\/about/ }
]

/** The places of the window. @param narrow icons alone, named when pointed at */
export function Navigation({ narrow = false }: { narrow?: boolean }) {
  const [location] = useLocation()
  return (
    <Stack gap={2} p="xs">
      {places.map(({ to, label, icon: PlaceIcon, within }) => (
        <Tooltip key={to} label={label} position="right" disabled={!narrow}>
          <NavLink
            component={Link}
            href={to}
            label={narrow ? <VisuallyHidden>{label}</VisuallyHidden> : label}
            leftSection={<PlaceIcon size={18} stroke={1.6} aria-hidden />}
            active={within.test(location)}
            aria-current={within.test(location) ? 'page' : undefined}
          />
        </Tooltip>
      ))}
    </Stack>
  )
}
