import '@mantine/core/styles.css'
import './ui/global.css'
import { MantineProvider } from '@mantine/core'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Client } from '../../shared/ipc/client'
import { App } from './App'
import { ClientContext } from './client'
import { connect } from './transport'
import { theme } from './ui/theme'

/** The page's policy lets only style elements with this answer's nonce apply. */
const nonce = (): string => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

const connection = connect()
const client = new Client(connection.transport)

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={nonce}>
      <ClientContext value={client}>
        <App connection={connection} />
      </ClientContext>
    </MantineProvider>
  </StrictMode>
)
