import type { Slice } from '../slices/slice.ts'
import { Presence } from './presence.ts'

/** Who is there, on the phone, or wants no calls, for the lists of colleagues on phones. */
export const presence: Slice = {
  open: ({ directory }) => {
    const live = new Presence(directory)
    return {
      events: [live.service()],
      begin: ({ exchange, phones }) => live.follow(exchange.calls, phones),
      replaced: (...change) => live.replaced(...change),
    }
  },
}
