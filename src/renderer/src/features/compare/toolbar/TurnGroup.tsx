import { ActionIcon, Button, Group, NumberInput, Popover, Slider, Stack, Text, Tooltip } from '@mantine/core'
import { IconAngle, IconFlipVertical, IconRotate2, IconRotateClockwise2, IconUserScan } from '@tabler/icons-react'
import { useStore } from '../store'
import { normalised } from '../viewer/viewport'
import type { Viewer } from '../viewer/viewerStore'
import { Tool, toolLook } from './Tool'
import { useKeyHint } from './useKeyHint'
import classes from './bars.module.css'

/** How both faces stand. */
export function TurnGroup({ viewer }: { viewer: Viewer }) {
  const { flip } = useStore(viewer, state => state.view)
  const { upright } = useStore(viewer, state => state.look)
  return (
    <div className={classes.group}>
      <Angle viewer={viewer} />
      <Tool icon={IconFlipVertical} label="Flip both left to right" keyName="F" on={flip} onClick={() => viewer.flip()} />
      <Tool icon={IconUserScan} label={upright ? 'Faces upright; switch to as photographed' : 'As photographed; switch to faces upright'} keyName="U" on={upright} onClick={() => viewer.setLook({ upright: !upright })} />
    </div>
  )
}

function Angle({ viewer }: { viewer: Viewer }) {
  const { rotation } = useStore(viewer, state => state.view)
  const hint = useKeyHint()
  const degrees = Math.round(rotation * 10) / 10
  const set = (value: number | string): void => {
    if (value !== '' && Number.isFinite(Number(value))) viewer.rotateTo(normalised(Number(value)))
  }
  return (
    <Popover position="bottom" withArrow trapFocus>
      <Popover.Target>
        <Tooltip label={`${hint('Turn both faces', 'R')}; now ${degrees}°`} openDelay={350}>
          <ActionIcon size={28} {...toolLook(degrees !== 0)} aria-label={`Turn both faces, now ${degrees} degrees`}>
            <IconAngle size={18} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown w={260}>
        <Stack gap="xs">
          <Text size="sm" fw={600}>
            Angle of both faces
          </Text>
          <Group gap="xs" grow>
            <Button size="xs" variant="default" leftSection={<IconRotate2 size={16} aria-hidden />} onClick={() => viewer.rotateBy(-90)}>
              90° left
            </Button>
            <Button size="xs" variant="default" leftSection={<IconRotateClockwise2 size={16} aria-hidden />} onClick={() => viewer.rotateBy(90)}>
              90° right
            </Button>
          </Group>
          <Slider min={-45} max={45} step={0.5} value={Math.max(-45, Math.min(45, degrees))} onChange={set} label={null} thumbLabel="Fine angle, degrees" />
          <Group gap="xs" justify="space-between">
            <NumberInput size="xs" w={110} min={-180} max={180} step={0.5} decimalScale={1} suffix="°" value={degrees} onChange={set} aria-label="Angle, degrees clockwise" />
            <Button size="xs" variant="default" onClick={() => viewer.rotateTo(0)}>
              Straight
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
