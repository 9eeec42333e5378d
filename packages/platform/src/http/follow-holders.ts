import type { Database } from '../database/database.ts'
import type { Subscription } from '../database/notification-listener.ts'

/** Channel of the trigger function `announce_holder`. */
const CHANNEL = 'klinke_holder'

/** Something that remembers who is behind a key or session. */
export interface RemembersHolders {
  /** What is remembered of this session, key or login does not hold any more; undefined: of any. */
  forget(id: string | undefined): void
}

/** Lets go what has been revoked or changed, on whatever server that happened, until it is closed. */
export function followHolders(database: Pick<Database, 'listen'>, remembering: readonly RemembersHolders[]): Subscription {
  const forget = (id: string | undefined): void => {
    for (const each of remembering) each.forget(id)
  }
  return database.listen(CHANNEL, {
    notified: (id) => forget(id === '' ? undefined : id),
    // Nobody knows what has changed while the database was away.
    connected: () => forget(undefined),
    current: () => Promise.resolve(),
  })
}
