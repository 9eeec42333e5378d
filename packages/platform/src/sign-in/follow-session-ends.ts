import type { Resource } from '@klinke/foundation'
import type { Database } from '../database/database.ts'

/** Channel of the trigger `tell_session_end`. */
const CHANNEL = 'klinke_session_end'

export interface SessionEnds {
  /** Signed out, revoked, or its person is gone. */
  readonly ended: (sessionId: string) => void
  /** The database was away: nobody knows which sessions have ended meanwhile. */
  readonly missed: () => void
}

/** Tells of sessions that end before their time, on whatever server that happens, until it is closed. */
export function followSessionEnds(database: Pick<Database, 'listen'>, { ended, missed }: SessionEnds): Resource {
  let connectedBefore = false
  const subscription = database.listen(CHANNEL, {
    notified: ended,
    connected: () => {
      if (connectedBefore) missed()
      connectedBefore = true
    },
    current: () => Promise.resolve(),
  })
  return { close: () => subscription.close() }
}
