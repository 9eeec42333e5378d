import type { Part } from '../part.ts'
import { benchSipMessage } from '../sip-message.ts'

/** Microseconds that one SIP message costs. */
export const sipMessage: Part = {
  name: 'sip-message',
  run: () =>
    Promise.resolve(
      benchSipMessage().map(({ what, microseconds, atMostMicroseconds: atMost }) => ({
        what,
        value: microseconds,
        unit: 'µs',
        ...(atMost === undefined ? {} : { atMost }),
      })),
    ),
}
