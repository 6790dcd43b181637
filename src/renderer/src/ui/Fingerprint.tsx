import { ActionIcon, Code, CopyButton, Group, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { inGroups } from './format'

/** A key's fingerprint in groups, as it is read out over the telephone; it is copied without the spaces. */
export function Fingerprint({ value }: { value: string }) {
  return (
    <Group gap={4} wrap="nowrap" miw={0} align="flex-start">
      <Code bg="transparent" p={0} fz="xs">
        {inGroups(value)}
      </Code>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? 'Copied' : 'Copy the fingerprint'}>
            <ActionIcon variant="subtle" color="gray" size="xs" onClick={copy} aria-label="Copy the fingerprint">
              {copied ? <IconCheck size={13} /> : <IconCopy size={13} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </Group>
  )
}
