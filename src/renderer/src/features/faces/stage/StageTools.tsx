import { ActionIcon, Group, Paper, Text, Tooltip } from '@mantine/core'
import { IconFocusCentered, IconMaximize, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { zoomed, type Viewport } from '../../compare/viewer/viewport'
import classes from './stage.module.css'
import { middle } from './useGestures'
import type { PhotoView } from './usePhotoView'

interface Props {
  view: PhotoView
  viewport: Viewport
  hasTarget: boolean
}

/** Zoom by buttons, and how far it is. */
export function StageTools({ view, viewport, hasTarget }: Props) {
  const zoom = (factor: number): void => view.set(zoomed(viewport, middle(viewport.size), factor, view.minScale))
  const tools = [
    { label: 'Smaller (-)', icon: IconZoomOut, act: () => zoom(1 / 1.5) },
    { label: 'Larger (+)', icon: IconZoomIn, act: () => zoom(1.5) },
    { label: 'Whole photo (0)', icon: IconMaximize, act: view.fitPhoto },
    ...(hasTarget ? [{ label: 'Chosen face (F)', icon: IconFocusCentered, act: view.fitTarget }] : [])
  ]
  return (
    <Paper withBorder shadow="sm" p={4} className={classes.tools} onPointerDown={event => event.stopPropagation()}>
      <Group gap={2} wrap="nowrap">
        {tools.map(({ label, icon: ToolIcon, act }) => (
          <Tooltip key={label} label={label}>
            <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={act}>
              <ToolIcon size={18} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ))}
        <Text size="xs" c="dimmed" px={6} className="tabular" w={64} ta="right" title="Screen pixels per photo pixel">
          {`${(viewport.view.scale * 100).toFixed(0)} %`}
        </Text>
      </Group>
    </Paper>
  )
}
