import { Button, FileButton, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { toErrorData, type ErrorData } from '../../../../shared/errors'
import { dropSource, fileSource } from '../../transport/upload'
import { ErrorNote } from '../../ui/ErrorNote'
import { Panel } from '../../ui/Panel'
import { useRestoreKey } from './useKeyActs'

/** Takes a backup of the key in. */
export function RestoreKey() {
  const [file, setFile] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [problem, setProblem] = useState<ErrorData | null>(null)
  const { restore, isPending } = useRestoreKey()
  const wrong = problem?.code === 'key.passphrase' ? problem : null
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!file) return
    setProblem(null)
    try {
      const source = await fileSource(file)
      // A refused backup is sent again with the next try.
      await restore({ source, passphrase }).catch(async (cause: unknown) => {
        await dropSource(source).catch(() => undefined)
        throw cause
      })
    } catch (cause) {
      setProblem(toErrorData(cause))
    }
  }
  return (
    <Panel title="Restore from a backup" hint="On another machine of the laboratory, or after a loss.">
      <form onSubmit={event => void submit(event)} noValidate>
        <Stack gap="sm">
          {problem && !wrong && <ErrorNote title="The key was not restored" error={problem} />}
          <Group gap="sm">
            <FileButton onChange={setFile} inputProps={{ 'aria-label': 'Backup of the key' }}>
              {props => <Button {...props} variant="default" leftSection={<IconFileUpload size={16} stroke={1.6} aria-hidden />}>Choose the backup</Button>}
            </FileButton>
            <Text size="sm" className="breakable" {...(file ? {} : { c: 'dimmed' })} role="status">{file?.name ?? 'No file chosen'}</Text>
          </Group>
          <PasswordInput label="Its passphrase" required autoComplete="off" maxLength={1000} value={passphrase} onChange={event => setPassphrase(event.currentTarget.value)} error={wrong?.message} aria-invalid={wrong !== null} visibilityToggleButtonProps={{ 'aria-label': 'Show its passphrase' }} />
          <Group justify="flex-end">
            <Button type="submit" variant="default" disabled={!file || passphrase === ''} loading={isPending}>Restore key</Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  )
}
