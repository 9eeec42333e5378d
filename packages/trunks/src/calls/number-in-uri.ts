import { dialledInUri } from '@klinke/calls'
import { type E164, numberFromCarrier } from '@klinke/numbering'

/** The number that a carrier's SIP or tel URI names; `undefined` when it names none. */
export function numberInUri(text: string | undefined): E164 | undefined {
  return text === undefined ? undefined : numberFromCarrier(dialledInUri(text))
}
