import { AppShell, Center, Group, Loader, Text } from '@mantine/core'
import { Suspense, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { Connection } from '../../transport'
import { ConnectionBanner } from '../ConnectionBanner'
import { ErrorBoundary } from '../ErrorBoundary'
import { SchemeSwitch } from '../SchemeSwitch'
import { Navigation } from './Navigation'

/** What is around every screen: navigation, header, banner. */
export function Shell({ connection, children }: { connection: Connection; children: ReactNode }) {
  const [location] = useLocation()
  return (
    <AppShell header={{ height: 48 }} navbar={{ width: 208, breakpoint: 0 }}>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <img src="./mark.svg" alt="" width={26} height={26} />
            <Text fw={700}>Vidimus</Text>
          </Group>
          <SchemeSwitch />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar aria-label="Places">
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main>
        <ConnectionBanner connection={connection} />
        <ErrorBoundary place={location}>
          <Suspense fallback={<Waiting />}>{children}</Suspense>
        </ErrorBoundary>
      </AppShell.Main>
    </AppShell>
  )
}

const Waiting = () => (
  <Center h={240}>
    <Loader aria-label="The screen is being loaded" />
  </Center>
)
