/**
 * sipp scenarios from steps. sipp's XML has neither include nor parameters for headers; here a scenario
 * reads like the ladder it is. `[user]`, `[peer]` and `[domain]` are filled in by sipp's `-key`.
 */

/** A whole scenario for `SippOptions.scenario`. */
export function sippScenario(name: string, ...steps: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<scenario name="${name}">\n${steps.join('\n')}\n</scenario>\n`
}

export interface MessageParts {
  /** Address of the To header; default the request's URI. */
  readonly to?: string
  readonly headers?: readonly string[]
  readonly sdp?: string
  /** A body of another kind, in place of `sdp`. */
  readonly body?: { readonly type: string; readonly text: string }
}

export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive'

/** A G.711 session description of sipp's own address. `version` counts up with each renegotiation (RFC 3264 §8). `port`: where others hear and speak for it. */
export function sdp(direction: Direction = 'sendrecv', version = 1, port: number | '[auto_media_port]' = '[auto_media_port]'): string {
  return `v=0
o=sipp 1 ${version} IN IP[local_ip_type] [local_ip]
s=-
c=IN IP[media_ip_type] [media_ip]
t=0 0
m=audio ${port} RTP/AVP 8 0
a=rtpmap:8 PCMA/8000
a=rtpmap:0 PCMU/8000
a=${direction}
`
}

export function pause(milliseconds: number): string {
  return `<pause milliseconds="${milliseconds}"/>`
}

/** A pause of a random length, another one in each call. */
export function pauseBetween(minMs: number, maxMs: number): string {
  return `<pause distribution="uniform" min="${minMs}" max="${maxMs}"/>`
}

/** A mark that `next` of an expectation goes to. */
export function label(id: number): string {
  return `<label id="${id}"/>`
}

export interface Expectation {
  /** May be left out by the peer. */
  readonly optional?: boolean
  /** Goes on at this label. */
  readonly next?: number
  /** Takes remote target and route set from it, for `[next_url]` and `[routes]`. */
  readonly beginsDialog?: boolean
  /** Keeps the challenge for `[authentication]`. */
  readonly challenge?: boolean
  /** A regular expression that must be found in the message. */
  readonly contains?: string
  /** A regular expression that must not be found. */
  readonly lacks?: string
  /** Keeps values of headers, by header name, in variables: `[$name]`. */
  readonly keep?: Readonly<Record<string, string>>
}

export function expectResponse(status: number, expectation: Expectation = {}): string {
  return received(`response="${status}"`, expectation)
}

export function expectRequest(method: string, expectation: Expectation = {}): string {
  return received(`request="${method}"`, expectation)
}

/** Answers the request received last. */
export function respond(statusLine: string, { headers = [], sdp: body }: MessageParts = {}): string {
  const to = statusLine.startsWith('100') ? '[last_To:]' : TAGGED
  const fixed = ['[last_Via:]', '[last_Record-Route:]', '[last_From:]', to, '[last_Call-ID:]', '[last_CSeq:]', CONTACT]
  return sent(`SIP/2.0 ${statusLine}`, [...fixed, ...headers], body, statusLine.startsWith('2') && body !== undefined)
}

/** The last request's To with our tag. */
export const TAGGED = '[last_To:];tag=[pid]x[call_number]'

/** For `respondToKept`: keeps what the response to this request needs. */
export const KEEP: Readonly<Record<string, string>> = { Via: 'via', CSeq: 'cseq' }

/** Answers the request that was kept with `KEEP`, though others came after it. `to`: when the last one's To has no tag, such as that of a CANCEL, `TAGGED`. */
export function respondToKept(statusLine: string, { headers = [], sdp: body, to = '[last_To:]' }: MessageParts = {}): string {
  const fixed = ['Via:[$via]', '[last_Record-Route:]', '[last_From:]', to, '[last_Call-ID:]', 'CSeq:[$cseq]', CONTACT]
  return sent(`SIP/2.0 ${statusLine}`, [...fixed, ...headers], body, body !== undefined)
}

/** Answers a request inside the dialog: the To tag is there already. */
export function respondInDialog(statusLine: string, { headers = [], sdp: body }: MessageParts = {}): string {
  const fixed = ['[last_Via:]', '[last_Record-Route:]', '[last_From:]', '[last_To:]', '[last_Call-ID:]', '[last_CSeq:]', CONTACT]
  return sent(`SIP/2.0 ${statusLine}`, [...fixed, ...headers], body, body !== undefined)
}

/** A request from `[user]` that begins something, to `[peer]`. */
export function newRequest(method: string, uri: string, cseq: number, { headers = [], sdp, body, to = uri }: MessageParts = {}): string {
  const fixed = [VIA, FROM, `To: <${to}>`, 'Call-ID: [call_id]', `CSeq: ${cseq} ${method}`, 'Max-Forwards: 70', CONTACT]
  return sent(`${method} ${uri} SIP/2.0`, [...fixed, ...headers], body ?? sdp, true)
}

/** A request inside the dialog that `newRequest` began. */
export function requestInDialog(method: string, cseq: number, { headers = [], sdp, body }: MessageParts = {}): string {
  const to = 'To: <sip:[peer]@[domain]>[peer_tag_param]'
  const fixed = [VIA, '[routes]', FROM, to, 'Call-ID: [call_id]', `CSeq: ${cseq} ${method}`, 'Max-Forwards: 70', CONTACT]
  return sent(`${method} [next_url] SIP/2.0`, [...fixed, ...headers], body ?? sdp, method !== 'ACK')
}

/** The ACK or CANCEL that belongs to the transaction of the INVITE, whose Via the last response brought back (RFC 3261 §9.1, §17.1.1.3). */
export function sameTransaction(method: 'ACK' | 'CANCEL', cseq: number, uri = CALLED): string {
  const to = method === 'ACK' ? '[last_To:]' : `To: <${uri}>`
  const fixed = ['[last_Via:]', FROM, to, 'Call-ID: [call_id]', `CSeq: ${cseq} ${method}`, 'Max-Forwards: 70']
  return sent(`${method} ${uri} SIP/2.0`, fixed, undefined, method === 'CANCEL')
}

export const CALLED = 'sip:[peer]@[domain]'
const VIA = 'Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport'
const FROM = 'From: <sip:[user]@[domain]>;tag=[pid]s[call_number]'
const CONTACT = 'Contact: <sip:[user]@[local_ip]:[local_port];transport=[transport]>'

/** INVITE, the challenge that every call gets (TRK-07), and INVITE again with credentials from `-au` and `-ap`; CSeq 1 and 2. */
export function authenticatedInvite(parts: MessageParts, first = 1): string {
  return [
    newRequest('INVITE', CALLED, first, parts),
    expectResponse(100, { optional: true }),
    expectResponse(401, { challenge: true, optional: true, next: 90 + first }),
    expectResponse(407, { challenge: true }),
    label(90 + first),
    sameTransaction('ACK', first),
    newRequest('INVITE', CALLED, first + 1, { ...parts, headers: ['[authentication]', ...(parts.headers ?? [])] }),
    expectResponse(100, { optional: true }),
  ].join('\n')
}

/**
 * The 200 to a PRACK and the answer to its INVITE, in whichever order they come: the answer need not wait for the PRACK of a ringing
 * that describes nothing (RFC 3262 §3). Uses the labels `at` and `at + 1`.
 */
export function expectPrackedAndAnswered(at: number): string {
  const isAnswer = '<ereg regexp="m=audio" search_in="msg" assign_to="answered"/>'
  return [
    `<recv response="200" rrs="true" next="${at}" test="answered" timeout="10000"><action>${isAnswer}</action></recv>`,
    expectResponse(200, { beginsDialog: true, contains: 'm=audio' }),
    `<nop next="${at + 1}"/>`,
    label(at),
    expectResponse(200, { contains: 'CSeq: *[0-9]+ PRACK' }),
    label(at + 1),
  ].join('\n')
}

function received(what: string, expectation: Expectation): string {
  const { optional, next, beginsDialog, challenge, contains, lacks, keep = {} } = expectation
  const attributes = [what, optional && 'optional="true"', next !== undefined && `next="${next}"`]
  attributes.push(beginsDialog && 'rrs="true"', challenge && 'auth="true"', 'timeout="10000"')
  const actions: string[] = []
  if (contains !== undefined) actions.push(`<ereg regexp="${contains}" search_in="msg" check_it="true" assign_to="found"/>`)
  if (lacks !== undefined) actions.push(`<ereg regexp="${lacks}" search_in="msg" check_it_inverse="true" assign_to="found"/>`)
  for (const [header, name] of Object.entries(keep)) {
    actions.push(`<ereg regexp=".*" search_in="hdr" header="${header}:" assign_to="${name}"/>`)
  }
  const open = `<recv ${attributes.filter((attribute) => typeof attribute === 'string').join(' ')}`
  // sipp refuses variables that are set and never read.
  const read = contains !== undefined || lacks !== undefined ? '<Reference variables="found"/>' : ''
  return actions.length === 0 ? `${open}/>` : `${open}><action>${actions.join('')}</action></recv>${read}`
}

/** REGISTER of `[user]`, with the challenge, for this contact; 0 seconds take it back. */
export function register(expiresSeconds = 600): string {
  const to = 'sip:[user]@[domain]'
  return sippScenario(
    'register',
    newRequest('REGISTER', 'sip:[domain]', 1, { to, headers: [`Expires: ${expiresSeconds}`] }),
    expectResponse(401, { challenge: true }),
    newRequest('REGISTER', 'sip:[domain]', 2, { to, headers: [`Expires: ${expiresSeconds}`, '[authentication]'] }),
    expectResponse(200, expiresSeconds > 0 ? { contains: 'Contact:' } : {}),
  )
}

/** A party that rings, answers and waits for the end. `invite`: what is asked of the INVITE. */
export function answerCalls(invite: Expectation = {}): string {
  return sippScenario(
    'answer',
    expectRequest('INVITE', invite),
    respond('180 Ringing'),
    respond('200 OK', { sdp: sdp() }),
    expectRequest('ACK'),
    expectRequest('BYE'),
    respondInDialog('200 OK'),
  )
}

function sent(startLine: string, headers: readonly string[], body: string | MessageParts['body'], isRepeated: boolean): string {
  const { type, text } = typeof body === 'object' ? body : { type: 'application/sdp', text: body }
  const content = text === undefined ? 'Content-Length: 0\n\n' : `Content-Type: ${type}\nContent-Length: [len]\n\n${text}`
  return `<send${isRepeated ? ' retrans="500"' : ''}><![CDATA[\n${startLine}\n${headers.join('\n')}\n${content}]]></send>`
}
