import { Badge, Group, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconDatabase } from '@tabler/icons-react'
import type { LibraryStatus } from '../../../../shared/domain/library'
import { Panel } from '../../ui/Panel'
import { Time } from '../../ui/Time'
import classes from './Recents.module.css'
import type { Opening } from './useOpening'

interface Props {
  recent: LibraryStatus['recent']
  /** The folder that is open now. */
  current: string | null
  opening: Opening
}

/** The libraries opened before. */
export function Recents({ recent, current, opening }: Props) {
  if (recent.length === 0) return null
  return (
    <Panel title="Opened before">
      <Stack gap={2}>
        {recent.map(({ folder, openedAt, missing }) => (
          <UnstyledButton key={folder} className={classes.row} disabled={missing || folder === current || opening.busy} onClick={() => opening.open({ folder })}>
            <Group gap="sm" wrap="nowrap">
              <IconDatabase size={17} stroke={1.6} aria-hidden />
              <div className={classes.name}>
                <Text size="sm" truncate>
                  {folder}
                </Text>
                <Text size="xs" c="dimmed" component="div">
                  <Time at={openedAt} />
                </Text>
              </div>
              {missing && <Badge variant="light" color="red">Folder is gone</Badge>}
              {folder === current && <Badge variant="default">Open</Badge>}
            </Group>
          </UnstyledButton>
        ))}
      </Stack>
    </Panel>
  )
}
