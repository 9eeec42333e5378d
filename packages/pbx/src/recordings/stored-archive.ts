import { deletedTenants } from '@klinke/accounts'
import type { Clock, Logger } from '@klinke/foundation'
import type { BlobStore, Database } from '@klinke/platform'
import { completeWav } from '../storage/complete-wav.ts'
import { measureStorage, noteStored } from '../storage/quota.ts'
import type { RecordingArchive } from './archive.ts'
import type { KeptRecording, RecordingHead, RecordingTail } from './recording.ts'
import type { RecordingSpool, Spooled } from './spool.ts'
import { insertRecording } from './store.ts'

export interface StoredArchiveParts {
  readonly database: Database
  readonly blobs: BlobStore
  readonly spool: RecordingSpool
  readonly clock: Clock
  readonly logger: Logger
  /** Told of each recording that can be heard from now on. */
  readonly kept?: (recording: KeptRecording) => void
}

/** Recordings in the blob store and the database, by way of the spool. */
export class StoredArchive implements RecordingArchive {
  readonly #parts: StoredArchiveParts
  /** Being written now by this process. */
  readonly #running = new Map<string, RecordingHead>()

  constructor(parts: StoredArchiveParts) {
    this.#parts = parts
  }

  async roomFor(tenantId: string): Promise<number> {
    const use = await this.#parts.database.withTenant(tenantId, (tx) => measureStorage(tx, tenantId))
    if (use === undefined) return 0
    const running = [...this.#running.values()].filter((head) => head.tenantId === tenantId)
    const written = await Promise.all(running.map(async (head) => (await this.#parts.spool.octets(head)) ?? 0))
    const left = use.quotaBytes - use.usedBytes - written.reduce((sum, octets) => sum + octets, 0)
    return Math.max(0, Math.floor(left / (running.length + 1)))
  }

  async begin(head: RecordingHead): Promise<string> {
    this.#running.set(head.id, head)
    try {
      await this.#parts.spool.write({ head })
      return this.#parts.spool.wav(head)
    } catch (error) {
      this.#running.delete(head.id)
      throw error
    }
  }

  async amend(head: RecordingHead): Promise<void> {
    if (!this.#running.has(head.id)) return
    await this.#parts.spool.write({ head }).catch((error: unknown) => {
      this.#parts.logger.warn('the note of a recording could not be written', { recording: head.id, error: asError(error) })
    })
  }

  async keep(head: RecordingHead, tail: RecordingTail): Promise<KeptRecording | undefined> {
    const { spool, logger } = this.#parts
    try {
      // On a full disk it stays as it is, and a restart calls it incomplete.
      await spool.write({ head, tail }).catch(() => undefined)
      return await this.#file({ head, tail })
    } catch (error) {
      logger.warn('a recording waits on the disk: it could not be archived', { recording: head.id, error: asError(error) })
      return undefined
    } finally {
      this.#running.delete(head.id)
    }
  }

  async discard(head: RecordingHead): Promise<void> {
    await this.#parts.spool.remove(head).catch((error: unknown) => {
      this.#parts.logger.error('a recording that was declined could not be deleted', { recording: head.id, error: asError(error) })
    })
    this.#running.delete(head.id)
  }

  /** Files what an earlier process, or a database that was away, has left on the disk. */
  async recover(): Promise<void> {
    const { spool, logger, clock } = this.#parts
    const left = await spool.list((file) => logger.error('the note of a recording cannot be read', { file }))
    for (const { head, tail } of left.filter((each) => !this.#running.has(each.head.id))) {
      try {
        await this.#file({ head, tail: tail ?? { endedAtMs: clock.epochMs(), durationMs: 0, because: 'restart' } })
      } catch (error) {
        logger.warn('a recording waits on the disk: it could not be archived', { recording: head.id, error: asError(error) })
      }
    }
  }

  /** Each step may have been done before: a crash between two leaves what the next try completes. */
  async #file({ head, tail }: Required<Spooled>): Promise<KeptRecording | undefined> {
    const { database, blobs, spool, logger } = this.#parts
    const key = `${head.tenantId}/${head.id}.wav`
    const octets = await spool.octets(head)
    if (tail === undefined) return undefined
    if (await this.#isOfDeletedTenant(head)) {
      await blobs.remove(key)
      await spool.remove(head)
      logger.info('a recording of a tenant that was deleted meanwhile is removed', { recording: head.id })
      return undefined
    }
    const filed = octets === undefined ? await blobs.octets(key) : undefined
    if (octets === undefined && filed === undefined) {
      logger.error('a recording has no sound', { recording: head.id })
      await spool.remove(head)
      return undefined
    }
    const durationMs = octets === undefined ? tail.durationMs : await completeWav(spool.wav(head), octets)
    if (octets !== undefined) await blobs.adopt(key, spool.wav(head))
    const endedAtMs = tail.because === 'restart' ? head.startedAtMs + durationMs : tail.endedAtMs
    const kept = { ...head, ...tail, endedAtMs, durationMs, key, octets: octets ?? filed ?? 0 }
    await database.withTenant(head.tenantId, async (tx) => {
      if (await insertRecording(tx, kept)) await noteStored(tx, head.tenantId, kept.octets, logger)
    })
    await spool.remove(head)
    this.#parts.kept?.(kept)
    return kept
  }

  async #isOfDeletedTenant({ tenantId }: RecordingHead): Promise<boolean> {
    return (await this.#parts.database.withOperator((tx) => deletedTenants(tx, [tenantId]))).length > 0
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
