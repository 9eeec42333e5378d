import { token } from '@klinke/foundation'
import { PresenceEvents } from '../event-sources/presence-events.ts'
import { NO_SINK } from '../event-sources/sink.ts'
import type { Slice } from '../slices/slice.ts'
import { Presence } from './presence.ts'
import { Publications } from './publications.ts'
import { presenceRoutes } from './routes.ts'

/** Characters of an entity tag: nobody guesses another's. */
const TAG_LENGTH = 16

/** Who is there, on the phone, or wants no calls, for the lists of colleagues on phones. */
export const presence: Slice = {
  area: 'extensions',
  open: ({ directory, clock, random, sink = NO_SINK }) => {
    const publications = new Publications(
      clock,
      () => token(random, TAG_LENGTH),
      (extensionId, tenantId) => {
        live.changed(extensionId)
        told.look(tenantId, extensionId)
      },
    )
    const live = new Presence(directory, ({ extensionId }) => publications.of(extensionId))
    const told = new PresenceEvents({
      ...{ directory, sink },
      stateOf: (tenant, extension, { talking }) => live.stateOf(tenant, extension, talking),
    })
    return {
      events: [{ ...live.service(), published: (incoming, by) => publications.published(incoming, by) }],
      begin: ({ exchange, phones }) => {
        const following = [live.follow(exchange.calls, phones), told.follow(exchange.calls, phones)]
        return {
          close: (reason) => {
            for (const each of following) void each.close(reason)
          },
        }
      },
      routes: presenceRoutes(directory, live),
      replaced: (...change) => {
        live.replaced(...change)
        told.replaced(...change)
      },
    }
  },
}
