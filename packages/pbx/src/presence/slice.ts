import { token } from '@klinke/foundation'
import type { Slice } from '../slices/slice.ts'
import { Presence } from './presence.ts'
import { Publications } from './publications.ts'
import { presenceRoutes } from './routes.ts'

/** Characters of an entity tag: nobody guesses another's. */
const TAG_LENGTH = 16

/** Who is there, on the phone, or wants no calls, for the lists of colleagues on phones. */
export const presence: Slice = {
  area: 'extensions',
  open: ({ directory, clock, random }) => {
    const publications = new Publications(
      clock,
      () => token(random, TAG_LENGTH),
      (extensionId) => live.changed(extensionId),
    )
    const live = new Presence(directory, ({ extensionId }) => publications.of(extensionId))
    return {
      events: [{ ...live.service(), published: (incoming, by) => publications.published(incoming, by) }],
      begin: ({ exchange, phones }) => live.follow(exchange.calls, phones),
      routes: presenceRoutes(directory, live),
      replaced: (...change) => live.replaced(...change),
    }
  },
}
