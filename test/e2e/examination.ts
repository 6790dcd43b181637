import type { Client } from '../../src/shared/ipc/client'
import type { Exhibit } from '../../src/shared/domain/exhibit'
import { startHost, type RunningHost } from './webHost'
import { createLibrary } from './window'

/** A host with a library in it: the sample case of the test photos, its comparison run. */
export interface Examination {
  host: RunningHost
  client: Client
  caseId: string
  /** The first photo, with three faces. */
  exhibit: Exhibit
  comparison: string
  stop: () => Promise<void>
}

export async function startExamination(): Promise<Examination> {
  const host = await startHost()
  const { client, close } = await createLibrary(host)
  const { id: caseId } = await client.call('case.createSample', { photos: 'development' })
  const { rows } = await client.call('exhibit.list', { case: caseId })
  const { rows: comparisons } = await client.call('comparison.list', { case: caseId })
  const [exhibit, comparison] = [rows[0], comparisons[0]?.id]
  if (!exhibit || !comparison) throw new Error('the sample case holds no exhibit or no comparison')
  await client.call('case.begin', { id: caseId })
  await client.call('comparison.run', { id: comparison })
  const stop = async (): Promise<void> => {
    close()
    await host.stop()
  }
  return { host, client, caseId, exhibit, comparison, stop }
}
