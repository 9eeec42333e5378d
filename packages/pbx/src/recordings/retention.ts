import type { Clock, Logger } from '@klinke/foundation'
import type { BlobStore, Database } from '@klinke/platform'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'
import { expireRecordings } from './store.ts'
import type { StoredArchive } from './stored-archive.ts'

const SWEEP_MINUTES = 10
const DAY_MS = 86_400_000
/** Deleted in one transaction. */
const BATCH = 100

export interface RetentionParts {
  readonly database: Database
  readonly directory: PbxDirectory
  readonly blobs: BlobStore
  readonly clock: Clock
  readonly logger: Logger
}

/** Deletes what is older than its tenant keeps it, and files what waits on the disk: now, for what an earlier process has left, and now and then. */
export function keepRecordings(archive: StoredArchive, parts: RetentionParts): void {
  const { clock, directory, logger } = parts
  const sweep = async (): Promise<void> => {
    await archive.recover()
    for (const tenant of directory.tenants()) {
      try {
        await expire(tenant, parts)
      } catch (error) {
        logger.warn('old recordings could not be deleted', {
          tenant: tenant.id,
          error: error instanceof Error ? error : new Error(String(error)),
        })
      }
    }
    next()
  }
  const next = (): void => void clock.after(SWEEP_MINUTES * 60_000, () => void sweep())
  void archive.recover()
  next()
}

/** One tenant's recordings that are too old. */
export async function expire({ id, recordings }: PbxSnapshot, { database, blobs, clock }: RetentionParts): Promise<void> {
  const before = new Date(clock.epochMs() - recordings.policy.retentionDays * DAY_MS)
  for (;;) {
    const gone = await database.withTenant(id, (tx) => expireRecordings(tx, before, BATCH))
    for (const { key } of gone) await blobs.remove(key)
    if (gone.length < BATCH) return
  }
}
