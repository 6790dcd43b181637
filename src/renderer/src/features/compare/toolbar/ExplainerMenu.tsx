import { Button, Menu, Text } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { ExplainerId, EXPLAINERS } from '../../../../../shared/domain/explainers'
import type { Viewer } from '../viewer/viewerStore'

const kinds = [
  { kind: 'explainer', label: 'Explainers' },
  { kind: 'control', label: 'Controls: what an explainer has to beat' }
] as const

/** Whose maps lie over the faces. Choosing one keeps nothing: runs and reports hold xSSAB's. */
export function ExplainerMenu({ viewer, explainer, disabled }: { viewer: Viewer; explainer: ExplainerId; disabled: boolean }) {
  const { title } = EXPLAINERS[explainer]
  return (
    <Menu position="top-start" width={330}>
      <Menu.Target>
        <Button size="compact-sm" variant={explainer === 'xssab' ? 'default' : 'light'} disabled={disabled} rightSection={<IconChevronDown size={13} aria-hidden />} aria-label={`Explainer: ${title}`}>
          {title}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
        {kinds.map(({ kind, label }) => (
          <div key={kind} role="group" aria-label={label}>
            <Menu.Label>{label}</Menu.Label>
            {ExplainerId.options.filter(id => EXPLAINERS[id].kind === kind).map(id => (
              <Menu.Item key={id} py={4} onClick={() => viewer.setLook({ explainer: id })} aria-current={id === explainer} fw={id === explainer ? 600 : undefined}>
                {EXPLAINERS[id].title}
                <Text size="xs" c="dimmed" fw={400}>
                  {noteOf(id)}
                </Text>
              </Menu.Item>
            ))}
          </div>
        ))}
        <Menu.Divider />
        <Text size="xs" c="dimmed" px="sm" py={4}>
          For looking alone: runs and reports keep the maps of xSSAB.
        </Text>
      </Menu.Dropdown>
    </Menu>
  )
}

function noteOf(id: ExplainerId): string {
  const { unit, passes } = EXPLAINERS[id]
  const said = unit[0]!.toUpperCase() + unit.slice(1)
  return passes > 100 ? `${said}. Takes ${passes} passes of the model.` : `${said}.`
}
