/**
 * Costs of a SIP message on one core: parse an INVITE with SDP; parse and print a request on its way through.
 * `node bench/sip-message.ts` prints the table; `benchSipMessage` gives the rows to `npm run bench`.
 */
import { fileURLToPath } from 'node:url'
import {
  buildResponse,
  CSeq,
  editHeaders,
  From,
  MaxForwards,
  parseMessage,
  printMessage,
  type SipRequest,
  stampReceived,
  To,
  Via,
} from '@klinke/sip'

export interface SipMessageFigure {
  readonly what: string
  readonly microseconds: number
  /** What must be reached; absent for figures that only explain. */
  readonly atMostMicroseconds?: number
}

const SDP = [
  'v=0',
  'o=- 3930981543 3930981543 IN IP4 192.0.2.7',
  's=-',
  'c=IN IP4 192.0.2.7',
  't=0 0',
  'm=audio 11780 RTP/AVP 9 8 0 101',
  'a=rtpmap:9 G722/8000',
  'a=rtpmap:8 PCMA/8000',
  'a=rtpmap:0 PCMU/8000',
  'a=rtpmap:101 telephone-event/8000',
  'a=fmtp:101 0-15',
  'a=ptime:20',
  'a=sendrecv',
  '',
].join('\r\n')

/** An INVITE as a desk phone sends it over one proxy. */
const INVITE = Buffer.from(
  [
    'INVITE sip:+4930901820@acme.example;user=phone SIP/2.0',
    'Via: SIP/2.0/UDP 198.51.100.4:5060;branch=z9hG4bK1f.8d2c41e6.0;rport=5060;received=198.51.100.4',
    'Via: SIP/2.0/UDP 192.0.2.7:5062;branch=z9hG4bK-524287-1---5a3f0c9d;rport=5062',
    'Max-Forwards: 69',
    'Route: <sip:sbc.acme.example;lr>',
    'Record-Route: <sip:198.51.100.4;lr;ftag=a8f1c2>',
    'Contact: <sip:10@192.0.2.7:5062;transport=udp>',
    'To: <sip:+4930901820@acme.example;user=phone>',
    'From: "Erika Mustermann" <sip:10@acme.example>;tag=a8f1c2',
    'Call-ID: 84762MTk2ZGM5OTk0ZDc3@192.0.2.7',
    'CSeq: 2 INVITE',
    'Allow: INVITE, ACK, CANCEL, BYE, NOTIFY, REFER, MESSAGE, OPTIONS, INFO, SUBSCRIBE, PRACK, UPDATE',
    'Supported: replaces, 100rel, timer, norefersub',
    'Session-Expires: 1800',
    'User-Agent: Deskphone T58 9.1.2',
    'Content-Type: application/sdp',
    `Content-Length: ${SDP.length}`,
    '',
    SDP,
  ].join('\r\n'),
)

const WARM_UP = 20_000
const ROUNDS = 7
const ITERATIONS = 20_000

/** Best of several rounds, in microseconds per call: the one the machine disturbed least. */
function microsecondsPer(work: () => unknown): number {
  let kept: unknown
  for (let i = 0; i < WARM_UP; i++) kept = work()
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    for (let i = 0; i < ITERATIONS; i++) kept = work()
    best = Math.min(best, (performance.now() - start) / ITERATIONS)
  }
  if (kept === undefined) throw new Error('The work to measure has no result.')
  return best * 1_000
}

function parsed(): SipRequest {
  const result = parseMessage(INVITE)
  if (!result.ok || result.value.kind !== 'request') throw new Error('The message to measure does not parse.')
  return result.value
}

/** What a B2BUA or proxy does to a request: reads who and what, adds a Via, counts down, takes off its Route. */
function forward(): Uint8Array {
  const request = parsed()
  const { headers } = request
  const maxForwards = headers.read(MaxForwards) ?? 70
  if (headers.read(Via) === undefined || headers.read(From) === undefined || headers.read(To) === undefined) throw new Error('unreadable')
  if (headers.read(CSeq) === undefined) throw new Error('unreadable')
  const edited = editHeaders(headers)
    .prepend('Via', 'SIP/2.0/UDP 203.0.113.9:5060;branch=z9hG4bKk7Hq2Lx0pWv;rport')
    .set('Max-Forwards', String(maxForwards - 1))
    .removeFirst('Route')
    .done()
  return printMessage({ ...request, headers: edited })
}

/** A naive reading of the same bytes, for comparison: split lines, split at colons, a Map. */
function naive(): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of INVITE.toString('latin1').split('\r\n')) {
    const colon = line.indexOf(':')
    fields.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim())
  }
  return fields
}

export function benchSipMessage(): readonly SipMessageFigure[] {
  const source = { address: '198.51.100.4', port: 5060 }
  const request = parsed()
  return [
    { what: 'naive header split (for comparison)', microseconds: microsecondsPer(naive) },
    { what: 'parse one INVITE with SDP', microseconds: microsecondsPer(parsed), atMostMicroseconds: 5 },
    { what: 'parse + print of a forwarded INVITE', microseconds: microsecondsPer(forward), atMostMicroseconds: 12 },
    { what: 'print the INVITE', microseconds: microsecondsPer(() => printMessage(request)) },
    { what: 'note received and rport', microseconds: microsecondsPer(() => stampReceived(request, source)) },
    { what: 'build and print a 180', microseconds: microsecondsPer(() => printMessage(buildResponse(request, 180, { toTag: 'b7' }))) },
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`INVITE of ${INVITE.length} bytes`)
  for (const { what, microseconds, atMostMicroseconds } of benchSipMessage()) {
    const limit = atMostMicroseconds === undefined ? '' : `  (at most ${atMostMicroseconds} µs)`
    console.log(`${microseconds.toFixed(2).padStart(7)} µs  ${what}${limit}`)
  }
}
