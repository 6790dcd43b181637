import { Alert } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import { ConnectionContext } from '../client'
import type { Connection } from '../transport'

interface Props {
  connection: Connection
  children: ReactNode
}

/** Says when the host does not answer, above whatever is shown; it goes when it answers again. */
export function ConnectionBanner({ connection, children }: Props) {
  const [connected, setConnected] = useState(true)
  const [epoch, setEpoch] = useState(0)
  useEffect(() => {
    let before = true
    return connection.watch(now => {
      if (now && !before) setEpoch(count => count + 1)
      before = now
      setConnected(now)
    })
  }, [connection])
  return (
    <ConnectionContext value={epoch}>
      {!connected && (
        <Alert color="red" variant="filled" radius={0} role="alert">
          Vidimus does not answer. If it was closed, start it again and open the address it prints. What is shown below may be out of date; nothing can be changed meanwhile.
        </Alert>
      )}
      {children}
    </ConnectionContext>
  )
}
