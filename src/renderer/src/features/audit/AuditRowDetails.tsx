import { Box, Code, Stack } from '@mantine/core'
import type { AuditRow } from '../../../../shared/domain/audit'
import { Fact } from '../../ui/Fact'
import { Hash } from '../../ui/Hash'

/** All that a row of the log holds, with the hashes that chain it. */
export function AuditRowDetails({ row: { at, where, action, object, details, previous, hash } }: { row: AuditRow }) {
  return (
    <Box px="md" py="sm" bg="var(--vidimus-canvas)">
      <Stack gap={4}>
        <Fact label="Time (UTC)">{at}</Fact>
        <Fact label="Where">{where}</Fact>
        <Fact label="Action">{action}</Fact>
        {object !== null && <Fact label="Object">{object}</Fact>}
        <Fact label="Details">
          <Code block fz="xs">
            {JSON.stringify(details, null, 2)}
          </Code>
        </Fact>
        <Fact label="Row before">
          <Hash sha256={previous} whole />
        </Fact>
        <Fact label="This row">
          <Hash sha256={hash} whole />
        </Fact>
      </Stack>
    </Box>
  )
}
