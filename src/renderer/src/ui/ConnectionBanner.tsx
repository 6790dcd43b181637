import { Alert } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Connection } from '../transport'

/** Shown while the host does not answer; it goes when it answers again. */
export function ConnectionBanner({ connection }: { connection: Connection }) {
  const [connected, setConnected] = useState(true)
  useEffect(() => connection.watch(setConnected), [connection])
  if (connected) return null
  return (
    <Alert color="red" variant="filled" radius={0} role="alert">
      Vidimus does not answer. If it was closed, start it again and open the address it prints.
    </Alert>
  )
}
