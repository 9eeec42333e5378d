import type { IncomingRequest, ResponseOptions } from '@klinke/sip'

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

/**
 * A REFER outside a dialog asks us to call somebody for nobody (RFC 3515 §2.4.2, RFC 7614): what a phone has to transfer is inside a call.
 * Not 405, which would say that there is no REFER here at all.
 */
const REFER_OUTSIDE: ResponseOptions = {
  reason: 'REFER Inside Calls Only',
  headers: [['Warning', '399 klinke "REFER is taken inside a call only, from one of its parties"']],
}

export function answerOther(incoming: IncomingRequest): void {
  const { method } = incoming.request
  const status = ANSWERS.get(method)
  if (method === 'REFER') incoming.respond(403, REFER_OUTSIDE)
  else if (status === undefined) incoming.respondByDefault()
  else incoming.respond(status)
}
