import { Alert, Group, Stack, Text } from '@mantine/core'
import type { SelfTestCheck, SelfTestResult } from '../../../../shared/domain/selfTest'

/** What the self-test found, check by check. */
export function SelfTestReport({ result }: { result: SelfTestResult }) {
  const time = `${(result.milliseconds / 1000).toFixed(1)} s on ${result.provider.toUpperCase()}`
  return (
    <Alert variant="light" color={result.ok ? 'teal' : 'red'} title={result.ok ? `Self-test passed, ${time}` : `Self-test failed, ${time}`} role="status">
      <Stack gap={8}>
        {result.checks.map(check => (
          <Check key={check.name} check={check} />
        ))}
        {!result.ok && <Text size="sm">Do not use scores or maps from this machine until the self-test passes.</Text>}
      </Stack>
    </Alert>
  )
}

function Check({ check }: { check: SelfTestCheck }) {
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <Text size="sm" fw={700} w={48} flex="none">
        {check.ok ? 'Pass' : 'Fail'}
      </Text>
      <div>
        <Text size="sm">{check.name}</Text>
        <Text size="xs" c="dimmed" className="tabular">
          {check.detail} {check.milliseconds.toFixed(0)} ms.
        </Text>
      </div>
    </Group>
  )
}
