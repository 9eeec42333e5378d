import { mkdirSync, readFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock, Logger, Timer } from '@klinke/foundation'
import { z } from 'zod'
import type { CallBackKeeper, ExpectedCallBack } from './emergency-call-backs.ts'

export interface CallBackFileOptions {
  /** Folder of the file; made if it is not there. */
  readonly directory: string
  readonly clock: Clock
  readonly logger: Logger
}

/** The first change after a pause is written at once; those that come while it is written go together so much later. */
const REST_MS = 1_000
/** After a write that failed. */
const RETRY_MS = 5_000
const NAME = 'expected.json'

const entry = z.object({ tenantId: z.string(), e164: z.string(), phoneId: z.string(), untilEpochMs: z.number() })

/**
 * Who may be called back by a control centre, in a file that is always whole: it is written anew with each change, beside the old one, and takes its
 * place. It is as small as few calls for help there are, and no call waits for it.
 */
export class CallBackFile implements CallBackKeeper {
  readonly kept: readonly ExpectedCallBack[]
  readonly #options: CallBackFileOptions
  /** What is to be written; undefined: the file is as it should be. */
  #wanted: (() => readonly ExpectedCallBack[]) | undefined
  #writing: Promise<void> | undefined
  #timer: Timer | undefined
  #failing = false
  #closed = false

  /** Reads what is there. A file that cannot be read, or a disk that takes none, is no reason not to start: only a restart forgets then. */
  static open(options: CallBackFileOptions): CallBackFile {
    try {
      mkdirSync(options.directory, { recursive: true, mode: 0o700 })
      return new CallBackFile(options, readable(JSON.parse(readFileSync(join(options.directory, NAME), 'utf8'))))
    } catch (error) {
      const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
      if (!isMissing) options.logger.warn('who may be called back by control centres is not known from before', { error: error as Error })
      return new CallBackFile(options, [])
    }
  }

  private constructor(options: CallBackFileOptions, kept: readonly ExpectedCallBack[]) {
    this.#options = options
    this.kept = kept
  }

  changed(all: () => readonly ExpectedCallBack[]): void {
    this.#wanted = all
    if (this.#timer === undefined) this.#begin()
  }

  /** Writes what is still to be written. */
  async close(): Promise<void> {
    this.#closed = true
    this.#timer?.cancel()
    await this.#writing
    this.#begin()
    await this.#writing
  }

  #begin(): void {
    if (this.#writing !== undefined || this.#wanted === undefined) return
    this.#writing = this.#write(this.#wanted).finally(() => {
      this.#writing = undefined
      this.#rest(this.#failing ? RETRY_MS : REST_MS)
    })
  }

  #rest(delayMs: number): void {
    if (this.#closed) return
    this.#timer = this.#options.clock.after(delayMs, () => {
      this.#timer = undefined
      this.#begin()
    })
  }

  async #write(all: () => readonly ExpectedCallBack[]): Promise<void> {
    this.#wanted = undefined
    const path = join(this.#options.directory, NAME)
    try {
      await writeFile(`${path}.new`, JSON.stringify(all()), { mode: 0o600, flush: true })
      await rename(`${path}.new`, path)
      this.#failing = false
    } catch (error) {
      this.#wanted ??= all
      if (!this.#failing)
        this.#options.logger.warn('who may be called back by control centres cannot be kept for a restart', { error: error as Error })
      this.#failing = true
    }
  }
}

/** One that cannot be read keeps nobody else from being called back. */
function readable(content: unknown): readonly ExpectedCallBack[] {
  return z
    .array(z.unknown())
    .parse(content)
    .flatMap((each) => entry.safeParse(each).data ?? [])
}
