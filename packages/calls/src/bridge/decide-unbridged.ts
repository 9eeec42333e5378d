import type { SessionRequest } from '@klinke/sip'

/** What a party gets that is not connected to another one yet: "not now" for a change of media (RFC 3261 §14.2), our policy for the rest. */
export function decideUnbridged(request: SessionRequest): void {
  if (request.kind === 'request') answerByPolicy(request)
  else if (request.kind === 'refer') refuseTransfer(request)
  else request.reject(491)
}

/** No transfer on request of a phone yet: a definite "no" keeps the phone's call as it was (RFC 3515 §2.4.2). */
export function refuseTransfer(referral: SessionRequest & { kind: 'refer' }): void {
  referral.reject(603)
}

/** Requests inside a dialog that are not passed to the other party. */
const ANSWERS: ReadonlyMap<string, number> = new Map([
  ['OPTIONS', 200],
  // Nobody is there to read it, but the peer did nothing wrong (RFC 6086 §4.2.2).
  ['INFO', 200],
  ['SUBSCRIBE', 489],
  // No subscription was made in this dialog (RFC 6665 §4.1.3).
  ['NOTIFY', 481],
  ['MESSAGE', 405],
])

export function answerByPolicy(incoming: SessionRequest & { kind: 'request' }): void {
  const { method, headers } = incoming.request
  // RFC 6086 §4.2.2: an Info Package that was never asked for.
  if (method === 'INFO' && headers.has('Info-Package')) incoming.respond(469, { headers: [['Recv-Info', '']] })
  else incoming.respond(ANSWERS.get(method) ?? 501)
}
