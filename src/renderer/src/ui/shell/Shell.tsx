import { AppShell, Center, Loader } from '@mantine/core'
import { Suspense, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { isWide } from '../../routes'
import type { Connection } from '../../transport'
import { ConnectionBanner } from '../ConnectionBanner'
import { ErrorBoundary } from '../ErrorBoundary'
import { Header } from './Header'
import { HostCommands } from './HostCommands'
import { Navigation } from './Navigation'
import { StrayDrops } from './StrayDrops'

/** What is around every screen: navigation, header, banner. */
export function Shell({ connection, children }: { connection: Connection; children: ReactNode }) {
  const [location] = useLocation()
  const narrow = isWide(location)
  return (
    <AppShell header={{ height: 48 }} navbar={{ width: narrow ? 56 : 200, breakpoint: 0 }}>
      <HostCommands />
      <StrayDrops />
      <AppShell.Header>
        <Header />
      </AppShell.Header>
      <AppShell.Navbar aria-label="Places">
        <Navigation narrow={narrow} />
      </AppShell.Navbar>
      <AppShell.Main id="main">
        <ConnectionBanner connection={connection}>
          <ErrorBoundary place={location}>
            <Suspense fallback={<Waiting />}>{children}</Suspense>
          </ErrorBoundary>
        </ConnectionBanner>
      </AppShell.Main>
    </AppShell>
  )
}

const Waiting = () => (
  <Center h={240}>
    <Loader aria-label="The screen is being loaded" />
  </Center>
)
