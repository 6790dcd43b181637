import { AppShell, Container, Grid } from '@mantine/core'
import { useLoaded } from './client'
import { AppFooter } from './features/about/AppFooter'
import { AppHeader } from './features/about/AppHeader'
import { Introduction } from './features/about/Introduction'
import { ModelCard } from './features/models/ModelCard'
import type { Connection } from './transport'
import { ConnectionBanner } from './ui/ConnectionBanner'

/** The window. */
export function App({ connection }: { connection: Connection }) {
  const loaded = useLoaded('app.about', {})
  const about = loaded.state === 'ready' ? loaded.value : undefined
  return (
    <AppShell header={{ height: 56 }} footer={{ height: 36 }}>
      <AppShell.Header>
        <AppHeader about={about} />
      </AppShell.Header>
      <AppShell.Main>
        <ConnectionBanner connection={connection} />
        <Container size={1180} py={48} px="lg">
          <Grid gap={56} align="flex-start">
            <Grid.Col span={{ base: 12, md: 5 }}>
              <Introduction />
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 7 }}>
              <ModelCard />
            </Grid.Col>
          </Grid>
        </Container>
      </AppShell.Main>
      <AppShell.Footer>
        <AppFooter about={about} />
      </AppShell.Footer>
    </AppShell>
  )
}
