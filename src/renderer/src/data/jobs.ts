import type { CallName } from '../../../shared/ipc/contract'
import type { WorkProgress } from '../../../shared/domain/common'

/** Long work of this window, as the indicator in the header shows it. */
export interface Job {
  id: number
  name: CallName
  title: string
  progress: WorkProgress | null
  cancel: () => void
}

/** The jobs that run: they live beside the screens, so leaving a screen loses none. */
export class JobStore {
  #jobs: readonly Job[] = []
  #next = 1
  readonly #watchers = new Set<() => void>()

  /** The running ones, oldest first; the same array until something changes. */
  readonly list = (): readonly Job[] => this.#jobs

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => void this.#watchers.delete(watcher)
  }

  add(job: Omit<Job, 'id' | 'progress'>): number {
    const id = this.#next++
    this.#set([...this.#jobs, { ...job, id, progress: null }])
    return id
  }

  report(id: number, progress: WorkProgress): void {
    this.#set(this.#jobs.map(job => (job.id === id ? { ...job, progress } : job)))
  }

  end(id: number): void {
    this.#set(this.#jobs.filter(job => job.id !== id))
  }

  #set(jobs: readonly Job[]): void {
    this.#jobs = jobs
    for (const watcher of this.#watchers) watcher()
  }
}
