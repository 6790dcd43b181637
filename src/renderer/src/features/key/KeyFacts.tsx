import { Button, Code, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDownload } from '@tabler/icons-react'
import type { LaboratoryKey } from '../../../../shared/domain/signature'
import { useAct } from '../../client'
import { Fact } from '../../ui/Fact'
import { Fingerprint } from '../../ui/Fingerprint'
import { Panel } from '../../ui/Panel'
import { ReasonDialog } from '../../ui/ReasonDialog'
import { Time } from '../../ui/Time'
import { handOut } from '../../ui/handOut'
import { useRetireKey } from './useKeyActs'

/** The key that is here, its two halves, and putting it aside. */
export function KeyFacts({ laboratoryKey: { laboratory, fingerprint, publicKey, created } }: { laboratoryKey: LaboratoryKey }) {
  return (
    <Stack gap="md">
      <Panel title="Key in use" hint="It signs reports and case packages, with its passphrase each time.">
        <Stack gap={6}>
          <Fact label="Laboratory">{laboratory}</Fact>
          <Fact label="Created"><Time at={created} /></Fact>
          <Fact label="Fingerprint"><Fingerprint value={fingerprint} /></Fact>
        </Stack>
        <Text size="sm" c="dimmed">
          Give the fingerprint out by a way of its own, e.g. on letterhead or the laboratory’s site: whoever checks a signature compares it with what stands there. A key that comes along with a file proves nothing by itself.
        </Text>
      </Panel>
      <Panel title="Public half" hint="For whoever checks your signatures." actions={<Deliver half="public">Download public half</Deliver>}>
        <Code block fz="xs" tabIndex={0} aria-label="Public half of the key">{publicKey.trim()}</Code>
      </Panel>
      <Panel title="Encrypted backup" hint="The private half, encrypted with the passphrase. Keep it on another medium than this machine." actions={<Deliver half="backup">Download backup</Deliver>}>
        <Text size="sm">Whoever has the backup and the passphrase can sign in the laboratory’s name; without either, nobody can.</Text>
      </Panel>
      <Retire />
    </Stack>
  )
}

function Deliver({ half, children }: { half: 'public' | 'backup'; children: string }) {
  const { mutateAsync, isPending } = useAct('key.deliver')
  const deliver = (): void => void mutateAsync({ half }).then(handOut, () => undefined)
  return <Button variant="default" leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />} loading={isPending} onClick={deliver}>{children}</Button>
}

function Retire() {
  const [asking, { open, close }] = useDisclosure(false)
  const { retire, isPending } = useRetireKey()
  return (
    <Panel title="Retire the key" hint="When its passphrase is lost, when somebody else may have it, or when the laboratory changes its name.">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">It signs nothing more; a new one can be made then. Signatures made with it stay valid.</Text>
        <Button variant="default" onClick={open} flex="none">Retire key</Button>
      </Group>
      <ReasonDialog opened={asking} title="Retire the laboratory’s key" act="Retire key" busy={isPending} onClose={close} onReason={reason => void retire(reason).then(close, () => undefined)}>
        The key signs nothing more. What was signed with it stays valid, and its fingerprint stays in the log. Download a backup first if it may be needed again.
      </ReasonDialog>
    </Panel>
  )
}
