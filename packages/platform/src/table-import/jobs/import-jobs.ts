import { randomUUID } from 'node:crypto'
import { type Clock, KlinkeError, type Logger, type Resource, type Timer } from '@klinke/foundation'
import { ImportJob, type JobAbout, type JobOwner } from './import-job.ts'
import type { ImportProgress } from './import-progress.ts'

/** So long what came of a job can be had, for whoever closed the window meanwhile. */
export const KEPT_MS = 3_600_000
/** Jobs kept of one holder; the oldest that has ended goes. */
const MAX_JOBS_OF_HOLDER = 5
/** Of one holder at a time: each has a transaction of its own. */
const MAX_RUNNING_OF_HOLDER = 2
/** Of all at a time; the database has ten connections, and calls need some. */
const MAX_RUNNING = 4
const MAX_JOBS = 200
/** Octets of files kept; beyond that the oldest jobs go. */
const MAX_KEPT_OCTETS = 100 * 1024 * 1024

export class TooManyImports extends KlinkeError {
  constructor() {
    super('too-many-imports', 'Other imports are running. Wait until one has ended.')
  }
}

/** The imports of a kind that are running, or have ended within the hour. A restart forgets them, and takes back what had not ended. */
export class ImportJobs<Report> implements Resource {
  readonly #clock: Clock
  readonly #logger: Logger
  readonly #jobs = new Map<string, ImportJob<Report>>()
  readonly #timers = new Map<string, Timer>()

  constructor(clock: Clock, logger: Logger) {
    this.#clock = clock
    this.#logger = logger
  }

  /** Begins an import. Throws `TooManyImports`. */
  start(about: JobAbout, work: (progress: ImportProgress) => Promise<Report>): ImportJob<Report> {
    const running = [...this.#jobs.values()].filter(({ state }) => state.kind === 'running')
    const own = running.filter((job) => job.about.owner.holderId === about.owner.holderId)
    if (running.length >= MAX_RUNNING || own.length >= MAX_RUNNING_OF_HOLDER) throw new TooManyImports()
    this.#makeRoom(about)
    const job = new ImportJob<Report>(randomUUID(), about, new Date(this.#clock.epochMs()))
    this.#jobs.set(job.id, job)
    void job.run(work).then(() => this.#ended(job))
    return job
  }

  /** The newest first. */
  list(owner: JobOwner): readonly ImportJob<Report>[] {
    return [...this.#jobs.values()].filter((job) => isOwnedBy(job, owner)).toReversed()
  }

  find(owner: JobOwner, id: string): ImportJob<Report> | undefined {
    const job = this.#jobs.get(id)
    return job !== undefined && isOwnedBy(job, owner) ? job : undefined
  }

  /** Cancels what is running, and forgets what came of it. */
  discard(job: ImportJob<Report>): void {
    job.cancel()
    this.#forget(job.id)
  }

  close(): void {
    for (const job of [...this.#jobs.values()]) this.discard(job)
  }

  #ended(job: ImportJob<Report>): void {
    const { state, id } = job
    if (state.kind === 'failed' && !(state.error instanceof KlinkeError))
      this.#logger.error('import failed', { job: id, error: errorOf(state) })
    if (this.#jobs.get(id) === job)
      this.#timers.set(
        id,
        this.#clock.after(KEPT_MS, () => this.#forget(id)),
      )
  }

  #forget(id: string): void {
    this.#timers.get(id)?.cancel()
    this.#timers.delete(id)
    this.#jobs.delete(id)
  }

  /** The oldest that have ended go, those of the holder first. */
  #makeRoom({ owner: { holderId }, octets }: JobAbout): void {
    const ended = () => [...this.#jobs.values()].filter(({ state }) => state.kind !== 'running')
    const ofHolder = () => [...this.#jobs.values()].filter(({ about }) => about.owner.holderId === holderId)
    const kept = () => this.#jobs.values().reduce((sum, { about }) => sum + about.octets.length, octets.length)
    while (ofHolder().length >= MAX_JOBS_OF_HOLDER) {
      const oldest = ended().find(({ about }) => about.owner.holderId === holderId)
      if (oldest === undefined) break
      this.#forget(oldest.id)
    }
    while (this.#jobs.size >= MAX_JOBS || kept() > MAX_KEPT_OCTETS) {
      const [oldest] = ended()
      if (oldest === undefined) return
      this.#forget(oldest.id)
    }
  }
}

function isOwnedBy({ about: { owner } }: ImportJob<unknown>, { holderId, subject }: JobOwner): boolean {
  return owner.holderId === holderId && owner.subject === subject
}

function errorOf({ error }: { readonly error: unknown }): Error {
  return error instanceof Error ? error : new Error(String(error))
}
