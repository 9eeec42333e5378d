import { Buffer } from 'node:buffer'
import { Contact } from '../header/contact.ts'
import { CSeq } from '../header/cseq.ts'
import type { SipMessage } from '../message/message.ts'
import { parseMessage } from '../message/parse-message.ts'
import { parseSip } from '../uri/parse-uri.ts'
import type { TracedMessage } from './message-trace.ts'

/** A message as a ladder shows it: what happened, between whom, why. No secret and nothing that anybody has written to anybody. */
export interface LadderMessage {
  readonly atMs: number
  readonly direction: 'received' | 'sent'
  /** The peer's address and port, as `192.0.2.1:5060`. */
  readonly peer: string
  readonly protocol: string
  readonly sipCallId: string
  /** Of the request, or of the request that is answered. */
  readonly method: string
  /** Absent: a request. */
  readonly status?: number
  /** The reason phrase of a response. */
  readonly phrase?: string
  /** Reason (RFC 3326) or Warning, as sent. */
  readonly reason?: string
  /** The request came with an answer to a challenge. What the answer was is told nobody. */
  readonly authenticates?: true
  readonly userAgent?: string
  /** Host of the first Contact. */
  readonly contactHost?: string
  /** Session description, keys blanked. */
  readonly sdp?: string
}

/** No description of a call is longer than a few kilobytes; a longer one is cut. */
const MAX_SDP_CHARACTERS = 4_000
const MAX_TEXT_CHARACTERS = 200

/** Reads a message that has passed; `undefined` for one that is none. */
export function ladderMessage({ bytes, atMs, direction, flow }: TracedMessage): LadderMessage | undefined {
  const parsed = parseMessage(bytes)
  if (!parsed.ok) return undefined
  const message = parsed.value
  const { headers } = message
  const { address, port } = flow.remote
  const reason = headers.get('Reason') ?? headers.get('Warning')
  const userAgent = headers.get('User-Agent') ?? headers.get('Server')
  const contactHost = parseSip(headers.read(Contact)?.uri ?? '')?.host
  const sdp = sessionDescriptionOf(message)
  return {
    ...{ atMs, direction, protocol: flow.protocol, sipCallId: detachedText(headers.get('Call-ID') ?? '') },
    peer: address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`,
    method: detachedText(message.kind === 'request' ? message.method : (headers.read(CSeq)?.method ?? '')),
    ...(message.kind === 'response' && { status: message.status, phrase: detachedText(message.reason) }),
    ...(reason !== undefined && { reason: detachedText(reason) }),
    ...((headers.has('Authorization') || headers.has('Proxy-Authorization')) && { authenticates: true as const }),
    ...(userAgent !== undefined && { userAgent: detachedText(userAgent) }),
    ...(contactHost !== undefined && { contactHost: detachedText(contactHost) }),
    ...(sdp !== undefined && { sdp }),
  }
}

function sessionDescriptionOf({ headers, body }: SipMessage): string | undefined {
  const type = headers.get('Content-Type')?.trim().toLowerCase() ?? ''
  if (body.length === 0 || !type.startsWith('application/sdp')) return undefined
  return withoutKeys(Buffer.from(body).toString('utf8').slice(0, MAX_SDP_CHARACTERS))
}

/** RFC 4568 §9.2 (`inline:`), RFC 8866 §5.12 (`k=`), RFC 8839 §5.4 (`ice-pwd`). */
export function withoutKeys(sdp: string): string {
  return sdp
    .replace(/inline:[^\s|;]+/gi, 'inline:…')
    .replace(/^k=.*$/gim, 'k=…')
    .replace(/^a=ice-pwd:.*$/gim, 'a=ice-pwd:…')
    .replace(/^a=key-mgmt:.*$/gim, 'a=key-mgmt:…')
}

/** A string of its own: a part of the message's would keep all of it. */
function detachedText(text: string): string {
  return Buffer.from(text.slice(0, MAX_TEXT_CHARACTERS)).toString()
}
