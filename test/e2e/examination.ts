import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Exhibit } from '../../src/shared/domain/exhibit'
import { callerOf } from './caller'
import { startHost, type RunningHost } from './webHost'

/** A host with a library in it: the sample case of the test photos, its comparison run. */
export interface Examination {
  host: RunningHost
  caller: Awaited<ReturnType<typeof callerOf>>
  caseId: string
  /** The first photo, with three faces. */
  exhibit: Exhibit
  comparison: string
  stop: () => Promise<void>
}

export async function startExamination(): Promise<Examination> {
  const home = mkdtempSync(join(tmpdir(), 'vidimus-examination-'))
  const host = await startHost({ VIDIMUS_HOME: home })
  const caller = await callerOf(host)
  await caller.call('settings.set', { patch: { examiner: 'A. Examiner' } })
  await caller.call('library.open', { folder: join(home, 'library'), create: true })
  const { id: caseId } = await caller.call('case.createSample', { photos: 'development' })
  const { rows } = await caller.call('exhibit.list', { case: caseId })
  const { rows: comparisons } = await caller.call('comparison.list', { case: caseId })
  const [first] = rows
  const comparison = comparisons[0]?.id
  if (!first || !comparison) throw new Error('the sample case holds no exhibit or no comparison')
  await caller.call('comparison.run', { id: comparison })
  const stop = async (): Promise<void> => {
    caller.disconnect()
    await host.stop()
    rmSync(home, { recursive: true, force: true })
  }
  return { host, caller, caseId, exhibit: first, comparison, stop }
}

/** Opens a place of the window. What it gives fills with all that the window complains of. */
export async function openAt(page: Page, { host }: Examination, place: string): Promise<string[]> {
  const complaints: string[] = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  await page.goto(`${host.address}#${place}`)
  return complaints
}

/** What axe finds on the page, in words; nothing where all is well. */
export async function accessibilityOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => `${node.html} ${node.failureSummary}`).join(' ')}`)
}
