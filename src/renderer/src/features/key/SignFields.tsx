import { Alert, Anchor, PasswordInput, Stack, Text } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import { Link } from 'wouter'
import { useCall } from '../../client'
import { toSettings } from '../../routes'
import { Fact } from '../../ui/Fact'
import { Fingerprint } from '../../ui/Fingerprint'

interface Props {
  passphrase: string
  onPassphrase: (passphrase: string) => void
  /** What is wrong with the passphrase. */
  error?: string | undefined
  disabled?: boolean
  /** What signing means here. */
  children: ReactNode
}

/** Whether a laboratory key is here; undefined while it is not known. */
export function useHasKey(): boolean | undefined {
  const { data } = useCall('key.get', {})
  return data === undefined ? undefined : data.key !== null
}

/** Who signs with which key, what that means, and the passphrase. */
export function SignFields({ passphrase, onPassphrase, error, disabled = false, children }: Props) {
  const { data } = useCall('key.get', {})
  const { data: settings } = useCall('settings.get', {})
  const field = useRef<HTMLInputElement>(null)
  // What was refused may be out of sight.
  useEffect(() => {
    if (error !== undefined) field.current?.focus()
  }, [error])
  if (!data || !settings) return null
  const toKey = <Anchor component={Link} href={toSettings('key')} inherit underline="always">Settings, Laboratory key</Anchor>
  if (data.key === null) return <Alert color="yellow" variant="light" title="This laboratory has no key yet">Signing needs one. It is made once, in {toKey}; come back here then.</Alert>
  if (settings.examiner === '') return <Alert color="yellow" variant="light" title="No examiner is named">A signature says on whose behalf it is made: name yourself in the <Anchor component={Link} href={toSettings('general')} inherit underline="always">settings</Anchor> first.</Alert>
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">{children}</Text>
      <Stack gap={4}>
        <Fact label="Signer" width={84}>{settings.examiner}</Fact>
        <Fact label="Laboratory" width={84}>{data.key.laboratory}</Fact>
        <Fact label="Key" width={84}><Fingerprint value={data.key.fingerprint} /></Fact>
      </Stack>
      <PasswordInput ref={field} label="Passphrase of the key" required autoComplete="off" disabled={disabled} value={passphrase} onChange={event => onPassphrase(event.currentTarget.value)} error={error} aria-invalid={error !== undefined} visibilityToggleButtonProps={{ 'aria-label': 'Show the passphrase' }} />
    </Stack>
  )
}
