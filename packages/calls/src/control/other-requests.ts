import type { HeaderField, IncomingRequest } from '@klinke/sip'

const ALLOW: HeaderField = ['Allow', 'INVITE, ACK, CANCEL, BYE, OPTIONS, PRACK, UPDATE, INFO, REGISTER, REFER, NOTIFY']

/** What we can do, for those who ask (RFC 3261 §11.2). */
const CAPABILITIES: readonly HeaderField[] = [
  ALLOW,
  ['Accept', 'application/sdp'],
  ['Accept-Encoding', 'identity'],
  ['Supported', '100rel, outbound, path, timer'],
]

/** Requests outside a dialog, beside INVITE and REGISTER: each has a defined answer (RFC 3261 §8.2.1). */
const ANSWERS: ReadonlyMap<string, readonly [status: number, headers: readonly HeaderField[]]> = new Map([
  ['OPTIONS', [200, CAPABILITIES]],
  // RFC 6665 §4.2.1.1, RFC 3903 §6: no event package is served yet.
  ['SUBSCRIBE', [489, []]],
  ['PUBLISH', [489, []]],
  // No subscription of ours that it could belong to (RFC 6665 §4.1.3), no dialog (RFC 3261 §12.2.2).
  ['NOTIFY', [481, []]],
  ['BYE', [481, []]],
  ['INFO', [481, []]],
  ['UPDATE', [481, []]],
  ['PRACK', [481, []]],
  // Known, but not outside a dialog, and not between extensions yet.
  ['REFER', [405, [ALLOW]]],
  ['MESSAGE', [405, [ALLOW]]],
])

export function answerOther(incoming: IncomingRequest): void {
  const [status, headers] = ANSWERS.get(incoming.request.method) ?? [501, [ALLOW]]
  incoming.respond(status, { headers })
}
