import { Alert, Button, Group, PasswordInput, Progress, Stack, Text, TextInput } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { ErrorNote } from '../../ui/ErrorNote'
import { Panel } from '../../ui/Panel'
import { LEAST_LENGTH, strengthOf } from './strength'
import { useCreateKey } from './useKeyActs'

/** Makes the laboratory's key pair. @param laboratory as the settings name it */
export function CreateKey({ laboratory: named }: { laboratory: string }) {
  const [laboratory, setLaboratory] = useState(named)
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const { create, isPending, error } = useCreateKey()
  const differs = again !== '' && again !== passphrase
  const ready = laboratory.trim() !== '' && passphrase.length >= LEAST_LENGTH && again === passphrase
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void create({ laboratory: laboratory.trim(), passphrase }).catch(() => undefined)
  }
  const toggle = (of: string) => ({ visibilityToggleButtonProps: { 'aria-label': `Show ${of}` } })
  return (
    <Panel title="Create the key" hint="An Ed25519 key pair, made on this machine. The private half never leaves it unencrypted.">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {error && <ErrorNote title="The key was not made" error={error} />}
          <TextInput label="Laboratory" description="As signatures will name it." required maxLength={200} value={laboratory} onChange={event => setLaboratory(event.currentTarget.value)} />
          <PasswordInput label="Passphrase" required autoComplete="new-password" maxLength={1000} value={passphrase} onChange={event => setPassphrase(event.currentTarget.value)} {...toggle('the passphrase')} />
          {passphrase !== '' && <Strength passphrase={passphrase} />}
          <PasswordInput label="Passphrase again" required autoComplete="new-password" maxLength={1000} value={again} onChange={event => setAgain(event.currentTarget.value)} aria-invalid={differs} error={differs ? 'It differs from the one above.' : undefined} {...toggle('the passphrase again')} />
          <Alert color="yellow" variant="light" title="Nobody can recover it">
            Without its passphrase, or without the file, the key can’t sign again: a new one has to be made and its fingerprint given out. What was signed before stays valid. Write the passphrase down and keep it in a safe; keep a backup of the key on another medium.
          </Alert>
          <Group justify="flex-end">
            <Button type="submit" leftSection={<IconKey size={16} stroke={1.6} aria-hidden />} disabled={!ready} loading={isPending}>Create key</Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  )
}

function Strength({ passphrase }: { passphrase: string }) {
  const { share, color, words } = strengthOf(passphrase)
  return (
    <Stack gap={4}>
      <Progress size="sm" value={100 * share} color={color} aria-label="Length of the passphrase" />
      <Text size="xs" c="dimmed" role="status">{words}</Text>
    </Stack>
  )
}
