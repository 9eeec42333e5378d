import { type Clock, KlinkeError } from '@klinke/foundation'
import { type ImportProgress, type ImportStage, percentOf } from './import-progress.ts'

export class ImportCancelled extends KlinkeError {
  constructor() {
    super('import-cancelled', 'The import was cancelled; nothing has been changed.')
  }
}

/** Whose job it is: nobody else sees it, because its report may have passwords. */
export interface JobOwner {
  /** Of the key or the login. */
  readonly holderId: string
  /** What is imported into, such as the id of a phone book. */
  readonly subject: string
}

/** What an import is about. */
export interface JobAbout {
  readonly owner: JobOwner
  readonly fileName: string
  readonly dryRun: boolean
  /** The file, for doing what was tried without sending it again. */
  readonly octets: Uint8Array
}

/** How far a job is, or what came of it. */
export type JobState<Report> =
  | { readonly kind: 'running'; readonly stage: ImportStage; readonly percent: number }
  | { readonly kind: 'done'; readonly report: Report }
  | { readonly kind: 'failed'; readonly error: unknown }

/** One import at work, which goes on whoever looks at it. */
export class ImportJob<Report> {
  readonly id: string
  readonly about: JobAbout
  readonly startedAt: Date
  #state: JobState<Report> = { kind: 'running', stage: 'reading', percent: 0 }
  #changed = Promise.withResolvers<void>()
  #isCancelled = false

  constructor(id: string, about: JobAbout, startedAt: Date) {
    this.id = id
    this.about = about
    this.startedAt = startedAt
  }

  get state(): JobState<Report> {
    return this.#state
  }

  /** 100: it has ended. */
  get percent(): number {
    return this.#state.kind === 'running' ? this.#state.percent : 100
  }

  /** Does the work, and keeps what comes of it. Never rejects. */
  async run(work: (progress: ImportProgress) => Promise<Report>): Promise<void> {
    try {
      const report = await work((...step) => this.#progress(...step))
      this.#become({ kind: 'done', report })
    } catch (error) {
      this.#become({ kind: 'failed', error })
    }
  }

  /** It ends at the next step, and nothing is changed. */
  cancel(): void {
    this.#isCancelled = true
  }

  /** Resolves once it is further than `percent` or has ended, at the latest after `withinMs`. */
  async beyond(percent: number, clock: Clock, withinMs: number): Promise<void> {
    const late = Promise.withResolvers<void>()
    let isLate = false
    const timer = clock.after(withinMs, () => {
      isLate = true
      late.resolve()
    })
    while (this.#state.kind === 'running' && this.percent <= percent && !isLate) await Promise.race([this.#changed.promise, late.promise])
    timer.cancel()
  }

  #progress(stage: ImportStage, done: number, total: number): void {
    if (this.#isCancelled) throw new ImportCancelled()
    const percent = percentOf(this.about.dryRun, stage, done, total)
    if (percent > this.percent || stage !== (this.#state.kind === 'running' && this.#state.stage))
      this.#become({ kind: 'running', stage, percent: Math.max(percent, this.percent) })
  }

  #become(state: JobState<Report>): void {
    this.#state = state
    const { resolve } = this.#changed
    this.#changed = Promise.withResolvers<void>()
    resolve()
  }
}
