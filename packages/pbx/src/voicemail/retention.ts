import type { Clock, Logger } from '@klinke/foundation'
import type { Database } from '@klinke/platform'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'
import { deleteMessagesBefore } from './message-store.ts'

const DAY_MS = 86_400_000
/** So long a message that was deleted can be put back, at least. */
const DISCARDED_MS = 3_600_000

export interface RetentionParts {
  readonly database: Database
  readonly directory: PbxDirectory
  readonly clock: Clock
  readonly logger: Logger
}

/** VM-02: deletes messages that are older than their tenant keeps them, heard or not, and those that were deleted a while ago. Never rejects. */
export async function expireMessages({ database, directory, clock, logger }: RetentionParts): Promise<void> {
  for (const tenant of directory.tenants()) {
    try {
      await expireOf(tenant, database, clock.epochMs())
    } catch (error) {
      logger.warn('old messages could not be deleted', {
        tenant: tenant.id,
        error: error instanceof Error ? error : new Error(String(error)),
      })
    }
  }
}

/** Those of one tenant. */
export async function expireOf({ id, profile }: PbxSnapshot, database: Database, nowMs: number): Promise<void> {
  const tooOldMs = nowMs - profile.voicemailDays * DAY_MS
  await database.withTenant(id, (tx) => deleteMessagesBefore(tx, id, tooOldMs, nowMs - DISCARDED_MS))
}
