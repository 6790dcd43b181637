import { Button, Grid, Group, Paper, Stack, Tabs, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { IconAdjustments, IconKey, IconLetterCase } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { SettingsPatch, type Settings } from '../../../../shared/domain/settings'
import { useCall } from '../../client'
import { SETTINGS_PARTS, toSettings, type SettingsPart } from '../../routes'
import { ErrorNote } from '../../ui/ErrorNote'
import { Screen } from '../../ui/Screen'
import { useUndo } from '../../ui/undo'
import { complaints } from '../../ui/validate'
import { KeyPart } from '../key/KeyPart'
import { TextsPart } from '../texts/TextsPart'
import { ConclusionScale } from './ConclusionScale'
import { EngineSettings } from './EngineSettings'
import { Keyboard } from './Keyboard'
import { MapColours } from './MapColours'
import { Person } from './Person'
import { useSaveSettings } from './useSaveSettings'

/** What this installation prefers. Kept beside the program, not in a library; every change is logged. */
export function SettingsScreen({ part }: { part: string | undefined }) {
  const { data, error } = useCall('settings.get', {})
  const [, navigate] = useLocation()
  const current = SETTINGS_PARTS.find(known => known === part) ?? 'general'
  return (
    <Screen title="Settings" hint="Of this installation: they hold for every library opened here.">
      {error && <ErrorNote title="The settings could not be read" error={error} />}
      <Tabs value={current} onChange={to => navigate(toSettings((to ?? 'general') as SettingsPart))} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="general" leftSection={<IconAdjustments size={16} stroke={1.6} />}>
            General
          </Tabs.Tab>
          <Tabs.Tab value="key" leftSection={<IconKey size={16} stroke={1.6} />}>
            Laboratory key
          </Tabs.Tab>
          <Tabs.Tab value="texts" leftSection={<IconLetterCase size={16} stroke={1.6} />}>
            Texts of reports
          </Tabs.Tab>
        </Tabs.List>
        {/* What is not saved yet stays while another part is looked at. */}
        <Tabs.Panel value="general" keepMounted>
          {/* Settings saved elsewhere begin the form anew. */}
          {data && <SettingsForm key={JSON.stringify(data)} settings={data} />}
        </Tabs.Panel>
        <Tabs.Panel value="key">
          <KeyPart />
        </Tabs.Panel>
        <Tabs.Panel value="texts">
          <TextsPart />
        </Tabs.Panel>
      </Tabs>
    </Screen>
  )
}

function SettingsForm({ settings }: { settings: Settings }) {
  const form = useForm<Settings>({ initialValues: settings, validate: complaints(SettingsPatch), validateInputOnBlur: true })
  const { save, isPending } = useSaveSettings()
  const { push } = useUndo()
  const submit = form.onSubmit(values => {
    save(values).then(
      saved => {
        push({ label: 'change of the settings', undo: () => save(settings), redo: () => save(saved) })
        notifications.show({ message: 'Settings saved', role: 'status', autoClose: 3000 })
      },
      () => undefined
    )
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Grid gap="md">
          <Grid.Col span={5}>
            <Stack gap="md">
              <Person form={form} />
              <EngineSettings form={form} />
              <MapColours form={form} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={7}>
            <Stack gap="md">
              <ConclusionScale form={form} />
              <Keyboard form={form} />
            </Stack>
          </Grid.Col>
        </Grid>
        {form.isDirty() && (
          <Paper withBorder shadow="md" px="md" py="xs" pos="sticky" bottom={12} role="status" data-bar>
            <Group justify="space-between">
              <Text size="sm">There are unsaved changes.</Text>
              <Group gap="xs">
                <Button variant="default" onClick={() => form.reset()}>
                  Discard
                </Button>
                <Button type="submit" loading={isPending}>
                  Save settings
                </Button>
              </Group>
            </Group>
          </Paper>
        )}
      </Stack>
    </form>
  )
}
