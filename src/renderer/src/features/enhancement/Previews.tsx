import { Group, Skeleton, Stack, Text } from '@mantine/core'
import type { EnhancementSteps } from '../../../../shared/domain/enhancement'
import { ErrorNote } from '../../ui/ErrorNote'
import { usePicture } from '../../ui/usePicture'
import { toErrorData } from '../../../../shared/errors'
import classes from './enhancement.module.css'

/** Of both pictures: crop widths shown, and pixels. */
const EXTENT = 1.4
const SIDE = 448

/** The face as it is and as the steps make it, side by side. */
export function Previews({ face, mark, steps }: { face: string; mark: string; steps: EnhancementSteps }) {
  return (
    <Group gap="xs" grow wrap="nowrap" align="flex-start">
      <Preview face={face} steps={[]} label="Original" alt={`${mark} as photographed`} />
      <Preview face={face} steps={steps} label={steps.length === 0 ? 'Copy, no steps' : 'Enhanced copy'} alt={`${mark}, enhanced copy`} />
    </Group>
  )
}

function Preview({ face, steps, label, alt }: { face: string; steps: EnhancementSteps; label: string; alt: string }) {
  const { url, error } = usePicture('face.plate', { id: face, extent: EXTENT, side: SIDE, steps })
  return (
    <Stack gap={4} component="figure" m={0}>
      {error ? <ErrorNote title="No picture" error={toErrorData(error)} /> : url ? <img src={url} alt={alt} className={classes.preview} /> : <Skeleton className={classes.preview} />}
      <Text size="xs" c="dimmed" component="figcaption">{label}</Text>
    </Stack>
  )
}
