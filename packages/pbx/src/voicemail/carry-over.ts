import type { Clock, Logger } from '@klinke/foundation'
import type { Database } from '@klinke/platform'
import type { PbxDirectory } from '../snapshot.ts'
import { soundsOfMessages } from './message-store.ts'
import type { Sounds } from './sounds.ts'
import type { FolderSpool } from './spool.ts'
import { soundsOfGreetings } from './store.ts'

/** A sound that nobody names and that is older than the longest recording, and a good deal more, belongs to nothing. */
const ORPHAN_AFTER_MS = 6 * 3_600_000

export interface CarryOverParts {
  readonly spool: FolderSpool
  readonly sounds: Pick<Sounds, 'keep'>
  readonly database: Database
  readonly directory: Pick<PbxDirectory, 'tenant'>
  readonly clock: Clock
  readonly logger: Logger
}

/**
 * Puts sounds that lie in the data folder, and that the database knows, into the store: an earlier version kept them there. What belongs
 * to nothing, such as a greeting that was being spoken when the power failed, goes. Never rejects.
 */
export async function carryOver(parts: CarryOverParts): Promise<void> {
  const { spool, logger } = parts
  for (const tenantId of await spool.tenants().catch(() => [])) {
    try {
      await carryOverOf(tenantId, parts)
    } catch (error) {
      logger.warn('sounds of mailboxes are not in the store yet', {
        tenant: tenantId,
        error: error instanceof Error ? error : new Error(String(error)),
      })
    }
  }
}

async function carryOverOf(tenantId: string, { spool, sounds, database, directory, clock, logger }: CarryOverParts): Promise<void> {
  // Listed before the database is asked: what comes meanwhile is left for the next time.
  const lying = await spool.unnoted(tenantId)
  // A tenant that is not there may be one of another database.
  if (lying.length === 0 || directory.tenant(tenantId) === undefined) return
  const [messages, greetings] = await database.withTenant(tenantId, async (tx) => [
    new Set(await soundsOfMessages(tx)),
    new Set(await soundsOfGreetings(tx)),
  ])
  const known = lying.filter(([{ name }]) => messages?.has(name) || greetings?.has(name))
  for (const [sound] of known) await sounds.keep(sound, greetings?.has(sound.name) ? 'stays' : undefined)
  if (known.length > 0) logger.info('sounds of mailboxes are in the store now', { tenant: tenantId, count: known.length })
  for (const [sound, writtenAtMs] of lying) {
    if (!messages?.has(sound.name) && !greetings?.has(sound.name) && writtenAtMs < clock.epochMs() - ORPHAN_AFTER_MS)
      await spool.remove(sound)
  }
}
