import { readFile } from 'node:fs/promises'
import type { Clock, Logger, Resource, Timer } from '@klinke/foundation'
import type { z } from 'zod'
import { writeNote } from '../storage/notes.ts'

/** So soon what has changed is on the disk. A power failure costs the turns of that time, and nothing else. */
const WRITTEN_WITHIN_MS = 1_000

export interface MemoryParts<T> {
  /** The file. */
  readonly path: string
  readonly schema: z.ZodType<T>
  /** What is to be kept now. */
  readonly now: () => T
  /** Takes up what was kept. */
  readonly remember: (kept: T) => void
  readonly clock: Clock
  readonly logger: Logger
}

/** A file in which teams keep over a restart what they know of their members. Calls never wait for it, and go on without it. */
export class TeamMemory<T> implements Resource {
  readonly #parts: MemoryParts<T>
  #timer: Timer | undefined
  /** One at a time, so that none overtakes another. */
  #work: Promise<void> = Promise.resolve()

  constructor(parts: MemoryParts<T>) {
    this.#parts = parts
  }

  /** Takes up what was kept. */
  begin(): Resource {
    this.#work = this.#restore()
    return this
  }

  /** Something is to be kept. */
  changed(): void {
    this.#timer ??= this.#parts.clock.after(WRITTEN_WITHIN_MS, () => {
      this.#timer = undefined
      this.#write()
    })
  }

  /** Settles when all that has changed is written. */
  async close(): Promise<void> {
    this.#timer?.cancel()
    if (this.#timer !== undefined) this.#write()
    this.#timer = undefined
    await this.#work
  }

  async #restore(): Promise<void> {
    const { path, schema, remember, logger } = this.#parts
    const text = await readFile(path, 'utf8').catch(() => undefined)
    if (text === undefined) return
    try {
      remember(schema.parse(JSON.parse(text)))
    } catch (error) {
      logger.warn('what teams knew of their members could not be read; all turns begin anew', { path, error: asError(error) })
    }
  }

  #write(): void {
    const { path, now, logger } = this.#parts
    this.#work = this.#work
      .then(() => writeNote(path, now()))
      .catch((error: unknown) => logger.warn('what teams know of their members could not be written', { path, error: asError(error) }))
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
