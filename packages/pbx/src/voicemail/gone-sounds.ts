import type { Logger } from '@klinke/foundation'
import type { Database, Tx } from '@klinke/platform'
import type { StoredSounds } from './sounds.ts'

/** Removed from the store before the database hears of it. */
const BATCH = 100

interface GoneTables {
  readonly mailbox_sound_gone: { readonly tenant_id: string; readonly sound: string }
}

export interface GoneSoundsParts {
  readonly database: Database
  readonly sounds: Pick<StoredSounds, 'remove'>
  readonly logger: Logger
}

/** Removes the files of messages and greetings that are no more, by whatever way they went: the database has noted them. */
export class GoneSounds {
  readonly #parts: GoneSoundsParts
  /** One sweep after the other. */
  #work: Promise<void> = Promise.resolve()

  constructor(parts: GoneSoundsParts) {
    this.#parts = parts
  }

  /** Removes what is noted now. Never rejects: what cannot be removed stays noted until the next time. */
  sweep(): Promise<void> {
    this.#work = this.#work
      .then(() => this.#sweep())
      .catch((error: unknown) => {
        this.#parts.logger.warn('sounds of deleted messages are left until the next try', {
          error: error instanceof Error ? error : new Error(String(error)),
        })
      })
    return this.#work
  }

  async #sweep(): Promise<void> {
    const { database, sounds } = this.#parts
    for (;;) {
      const gone = await database.withOperator(listGone)
      for (const { tenant_id: tenantId, sound } of gone) {
        await sounds.remove(tenantId, sound)
        await database.withOperator((tx) => forgetGone(tx, tenantId, sound))
      }
      if (gone.length < BATCH) return
    }
  }
}

function listGone(tx: Tx): Promise<readonly GoneTables['mailbox_sound_gone'][]> {
  return tx.tables<GoneTables>().selectFrom('mailbox_sound_gone').selectAll().limit(BATCH).execute()
}

async function forgetGone(tx: Tx, tenantId: string, sound: string): Promise<void> {
  const query = tx.tables<GoneTables>().deleteFrom('mailbox_sound_gone')
  await query.where('tenant_id', '=', tenantId).where('sound', '=', sound).execute()
}
