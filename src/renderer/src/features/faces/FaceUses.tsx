import { Alert, Anchor, Text } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useCall } from '../../client'
import { toComparison } from '../../routes'

interface Props {
  caseId: string
  face: string
  /** Its points were moved and not saved yet. */
  changed: boolean
}

/** Where the face is compared, and what other points mean for that. */
export function FaceUses({ caseId, face, changed }: Props) {
  const { data } = useCall('comparison.list', { case: caseId, limit: 500 })
  const uses = data?.rows.filter(({ faceA, faceB }) => faceA === face || faceB === face) ?? []
  if (uses.length === 0) return null
  const links = uses.map(({ id, number }, i) => (
    <span key={id}>
      {i > 0 && ', '}
      <Anchor component={Link} href={toComparison(caseId, id)} inherit underline="always">{`C-${number}`}</Anchor>
    </span>
  ))
  if (!changed) return <Text size="xs" c="dimmed">Compared in {links}.</Text>
  return (
    <Alert color="blue" variant="light" icon={<IconInfoCircle aria-hidden />} p="xs">
      <Text size="xs">This face is compared in {links}. Runs made so far stay as they are, with the points of then: run these comparisons again to use the new points.</Text>
    </Alert>
  )
}
