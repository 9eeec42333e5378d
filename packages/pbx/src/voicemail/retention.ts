import type { Clock, Logger } from '@klinke/foundation'
import type { Database } from '@klinke/platform'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'
import { deleteDiscardedBefore, deleteMessagesBefore, soundsOfMessages } from './message-store.ts'
import type { Sounds } from './sounds.ts'
import { soundsOfGreetings } from './store.ts'

const SWEEP_MINUTES = 60
const DAY_MS = 86_400_000
/** A file without a row that is older than the longest recording, and a good deal more, belongs to nothing. */
const ORPHAN_AFTER_MS = 6 * 3_600_000

/** So long a message that was deleted by REST can be put back, at least. */
const DISCARDED_MS = 3_600_000

export interface RetentionParts {
  readonly database: Database
  readonly directory: PbxDirectory
  readonly sounds: Sounds
  readonly clock: Clock
  readonly logger: Logger
}

/** VM-02: every hour, deletes messages that are older than the tenant keeps them, heard or not, and files that belong to nothing. */
export function keepRetention(parts: RetentionParts): void {
  const { clock, directory, logger } = parts
  const sweep = async (): Promise<void> => {
    for (const tenant of directory.tenants()) {
      try {
        await sweepTenant(tenant, parts)
      } catch (error) {
        logger.warn('old messages could not be deleted', {
          tenant: tenant.id,
          error: error instanceof Error ? error : new Error(String(error)),
        })
      }
    }
    next()
  }
  const next = (): void => void clock.after(SWEEP_MINUTES * 60_000, () => void sweep())
  next()
}

/** One tenant's old messages and orphans. */
export async function sweepTenant({ id, profile }: PbxSnapshot, { database, sounds, clock }: RetentionParts): Promise<void> {
  const nowMs = clock.epochMs()
  // Asked for before the rows: a file that becomes old meanwhile is left for the next time.
  const files = await sounds.olderThan(id, nowMs - ORPHAN_AFTER_MS)
  for (const name of await database.withTenant(id, (tx) => deleteDiscardedBefore(tx, id, nowMs - DISCARDED_MS)))
    await sounds.remove(id, name)
  const used = await database.withTenant(id, async (tx) => {
    await deleteMessagesBefore(tx, id, nowMs - profile.voicemailDays * DAY_MS)
    return new Set([...(await soundsOfMessages(tx)), ...(await soundsOfGreetings(tx))])
  })
  for (const name of files) if (!used.has(name)) await sounds.remove(id, name)
}
