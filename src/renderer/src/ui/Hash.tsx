import { ActionIcon, Code, CopyButton, Group, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { shortHash } from './format'

/** A SHA-256, short or whole, with a button that copies it whole. */
export function Hash({ sha256, whole = false }: { sha256: string; whole?: boolean }) {
  return (
    <Group gap={4} wrap="nowrap" miw={0}>
      <Tooltip label={sha256} disabled={whole} maw={620}>
        <Code bg="transparent" p={0} fz="xs" className={whole ? 'breakable' : undefined}>
          {whole ? sha256 : shortHash(sha256)}
        </Code>
      </Tooltip>
      <CopyButton value={sha256}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? 'Copied' : 'Copy the SHA-256'}>
            <ActionIcon variant="subtle" color="gray" size="xs" onClick={copy} aria-label="Copy the SHA-256">
              {copied ? <IconCheck size={13} /> : <IconCopy size={13} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </Group>
  )
}
