import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import 'mantine-datatable/styles.css'
import './ui/global.css'
import { MantineProvider } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { Client } from '../../shared/ipc/client'
import { App } from './App'
import { ClientContext, JobsContext } from './client'
import { JobStore } from './data/jobs'
import { createQueries, followChanges } from './data/queries'
import { connect } from './transport'
import { theme } from './ui/theme'
import { UndoProvider } from './ui/undo'

/** The page's policy lets only style elements with this answer's nonce apply. */
const nonce = (): string => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
// The scroll lock of dialogs writes a style element of its own, and takes its nonce from this global.
Object.assign(globalThis, { __webpack_nonce__: nonce() })

const connection = connect()
const client = new Client(connection.transport)
const queries = createQueries()
followChanges(client, queries)
// Events that were missed while the host was away can't be known: everything is asked again.
let away = false
connection.watch(connected => {
  if (connected && away) void queries.invalidateQueries()
  away = !connected
})

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={nonce}>
      <ClientContext value={client}>
        <JobsContext value={new JobStore()}>
          <QueryClientProvider client={queries}>
            <Router hook={useHashLocation}>
              <ModalsProvider>
                <UndoProvider>
                  <Notifications position="bottom-left" containerWidth={380} limit={5} />
                  <App connection={connection} />
                </UndoProvider>
              </ModalsProvider>
            </Router>
          </QueryClientProvider>
        </JobsContext>
      </ClientContext>
    </MantineProvider>
  </StrictMode>
)
