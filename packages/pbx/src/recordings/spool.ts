import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '@klinke/platform'
import { z } from 'zod'
import { NOTE, readNotes, writeNote } from '../storage/notes.ts'
import type { RecordingHead, RecordingTail } from './recording.ts'

/** A recording on this disk that is not in the archive yet. `tail` is absent while it runs, or when the exchange was stopped meanwhile. */
export interface Spooled {
  readonly head: RecordingHead
  readonly tail?: RecordingTail | undefined
}

/** Only our own process writes there: what is missing shows a file cut off by a crash. */
const spooledFile = z.object({ head: z.looseObject({ id: z.string(), tenantId: z.string() }), tail: z.looseObject({}).optional() })

/**
 * Recordings that are being written, or wait for the archive: for each a WAV file, and a file that says what it is, with the consents.
 * A restart, or a database that is away, loses neither.
 */
export class RecordingSpool {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  wav({ id }: Pick<RecordingHead, 'id'>): string {
    return join(this.#folder, `${id}.wav`)
  }

  /** Rejects when the disk refuses. */
  async write(spooled: Spooled): Promise<void> {
    await writeNote(this.#note(spooled.head), spooled)
  }

  /** Nothing happens when it is gone. */
  async remove(head: Pick<RecordingHead, 'id'>): Promise<void> {
    await rm(this.wav(head), { force: true })
    await rm(this.#note(head), { force: true })
  }

  /** Length in octets of its sound; undefined when there is none here. */
  async octets(head: Pick<RecordingHead, 'id'>): Promise<number | undefined> {
    try {
      return (await stat(this.wav(head))).size
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined
      throw error
    }
  }

  /** All that is there. What cannot be read is told to `unreadable` and stays. */
  list(unreadable: (file: string) => void): Promise<readonly Spooled[]> {
    return readNotes(this.#folder, spooledIn, unreadable)
  }

  #note({ id }: Pick<RecordingHead, 'id'>): string {
    return join(this.#folder, `${id}${NOTE}`)
  }
}

function spooledIn(content: unknown): Spooled | undefined {
  return spooledFile.safeParse(content).success ? (content as Spooled) : undefined
}
