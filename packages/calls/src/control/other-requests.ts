import type { IncomingRequest } from '@klinke/sip'

/**
 * Requests outside a dialog, beside INVITE and REGISTER, that have an answer of their own; all others get the user
 * agent's (RFC 3261 §8.2.1): 200 for OPTIONS, 405 for what exists only inside a dialog or is not served.
 */
const ANSWERS: ReadonlyMap<string, number> = new Map([
  // RFC 6665 §4.2.1.1, RFC 3903 §6: an event package that is not served; those that are have their own way.
  ['SUBSCRIBE', 489],
  ['PUBLISH', 489],
  // No subscription of ours that it could belong to (RFC 6665 §4.1.3), no dialog (RFC 3261 §12.2.2).
  ['NOTIFY', 481],
  ['BYE', 481],
  ['INFO', 481],
  ['UPDATE', 481],
  ['PRACK', 481],
])

export function answerOther(incoming: IncomingRequest): void {
  const status = ANSWERS.get(incoming.request.method)
  if (status === undefined) incoming.respondByDefault()
  else incoming.respond(status)
}
