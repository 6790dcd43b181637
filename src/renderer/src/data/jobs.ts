import type { WorkProgress } from '../../../shared/domain/common'

/** Long work of this window, as the indicator in the header shows it. */
export interface Job {
  id: number
  title: string
  progress: WorkProgress | null
  cancel: () => void
}

/** One job's handle for the code that does it. */
interface ShownJob {
  report: (progress: WorkProgress) => void
  end: () => void
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

  /** @param delay milliseconds it must run for before it is shown */
  add(job: Pick<Job, 'title' | 'cancel'>, delay = 0): ShownJob {
    const id = this.#next++
    let progress: WorkProgress | null = null
    const timer = setTimeout(() => this.#set([...this.#jobs, { ...job, id, progress }]), delay)
    return {
      report: latest => {
        progress = latest
        if (this.#jobs.some(other => other.id === id)) this.#set(this.#jobs.map(other => (other.id === id ? { ...other, progress } : other)))
      },
      end: () => {
        clearTimeout(timer)
        if (this.#jobs.some(other => other.id === id)) this.#set(this.#jobs.filter(other => other.id !== id))
      }
    }
  }

  #set(jobs: readonly Job[]): void {
    this.#jobs = jobs
    for (const watcher of this.#watchers) watcher()
  }
}
