import { Badge } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'

/** A case that is examined blind first. */
export const BlindBadge = () => (
  <Badge variant="default" leftSection={<IconEyeOff size={11} stroke={2} aria-hidden />}>
    Blind first
  </Badge>
)
