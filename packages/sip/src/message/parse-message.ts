import { Buffer } from 'node:buffer'
import { failed, ok } from '@klinke/foundation'
import { parseNumber } from '../header/characters.ts'
import { CSeq } from '../header/cseq.ts'
import { countList } from '../header/split-list.ts'
import type { MessageFault, ParseResult } from './fault.ts'
import { type Field, HeaderFields } from './header-fields.ts'
import { MAX_HEAD_BYTES, MAX_MESSAGE_BYTES, MAX_VIA_VALUES } from './limits.ts'
import type { SipMessage, SipRequest } from './message.ts'
import { isRegisteredMethod } from './methods.ts'
import { parseFields } from './parse-fields.ts'
import { parseStartLine, type RequestLine, type StatusLine } from './start-line.ts'

const CR = 0x0d
const LF = 0x0a

/** What is wrong with a message, before it is known whether anyone can be told. */
interface Flaw {
  readonly status: number
  readonly detail: string
}

/**
 * Reads one whole message: a datagram, a WebSocket frame, or what `MessageFramer` cut out of a stream.
 *
 * Checked here is what the transaction layer stands on: start line, header syntax, the six headers every message has
 * (RFC 3261 §8.1.1), CSeq against the method, body length. All other headers stay text until they are read;
 * `requestFault` judges them. The body is a view of `bytes`, which must not change afterwards. Never throws.
 */
export function parseMessage(bytes: Uint8Array): ParseResult {
  const buffer = bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = skipLineBreaks(buffer)
  if (start === buffer.length) return dropped('empty')
  const blank = buffer.indexOf('\r\n\r\n', start, 'latin1')
  const headEnd = blank < 0 ? buffer.length : blank
  const head = buffer.toString('utf8', start, Math.min(headEnd, start + MAX_HEAD_BYTES))
  const lineEnd = head.indexOf('\r\n')
  const line = parseStartLine(lineEnd < 0 ? head : head.slice(0, lineEnd))
  if (line === undefined) return dropped('not SIP')
  const { fields, detail } = parseFields(head, lineEnd < 0 ? head.length : lineEnd + 2)
  const headers = new HeaderFields(fields)
  const rest = buffer.subarray(blank < 0 ? headEnd : blank + 4)
  const length = bodyLength(headers, rest.length)
  const message = assemble(line, headers, typeof length === 'number' ? rest.subarray(0, length) : rest.subarray(0, 0))
  const flaw =
    sizeFlaw(buffer.length, headEnd - start) ??
    (line.kind === 'request' ? line.fault : undefined) ??
    (detail === undefined ? undefined : bad(detail)) ??
    (blank < 0 ? bad('Missing Blank Line') : undefined) ??
    headerFlaw(message, fields) ??
    (typeof length === 'number' ? undefined : length)
  return flaw === undefined ? ok(message) : failed(judge(message, flaw))
}

/** Line breaks before the start line are ignored (RFC 3261 §7.5). */
function skipLineBreaks(buffer: Uint8Array): number {
  let start = 0
  while (buffer[start] === CR && buffer[start + 1] === LF) start += 2
  return start
}

function assemble(line: RequestLine | StatusLine, headers: HeaderFields, body: Uint8Array): SipMessage {
  return line.kind === 'request'
    ? { kind: 'request', method: line.method, uri: line.uri, headers, body }
    : { kind: 'response', status: line.status, reason: line.reason, headers, body }
}

/** How many of the bytes behind the head are the body; extra bytes of a datagram are none (RFC 3261 §18.3). */
function bodyLength(headers: HeaderFields, available: number): number | Flaw {
  const text = headers.get('Content-Length')
  if (text === undefined) return available
  const length = parseNumber(text, Number.MAX_SAFE_INTEGER)
  if (length === undefined) return bad('Malformed Content-Length')
  if (length > available) return bad('Body Shorter Than Content-Length')
  return headers.list('Content-Length').every((other) => other === text) ? length : bad('Contradicting Content-Length')
}

function sizeFlaw(messageBytes: number, headBytes: number): Flaw | undefined {
  return messageBytes > MAX_MESSAGE_BYTES || headBytes > MAX_HEAD_BYTES ? { status: 513, detail: 'Message Too Large' } : undefined
}

function headerFlaw(message: SipMessage, fields: readonly Field[]): Flaw | undefined {
  const flaw = countFlaw(fields)
  if (flaw !== undefined) return flaw
  const cseq = message.headers.read(CSeq)
  if (cseq === undefined) return bad('Malformed CSeq Header Field')
  if (message.kind === 'response' || cseq.method === message.method) return undefined
  // An undefined method may one day be allowed to differ; that it is not implemented is true in any case (RFC 4475 §3.1.2.18).
  return isRegisteredMethod(message.method) ? bad('CSeq Method Does Not Match') : { status: 501, detail: 'Not Implemented' }
}

/** RFC 3261 §8.1.1 and §20: headers that each message has, and of which it has no two (Via excepted). */
const MANDATORY = ['Via', 'From', 'To', 'Call-ID', 'CSeq'] as const
const BITS: ReadonlyMap<string, number> = new Map([...MANDATORY, 'Max-Forwards'].map((name, i) => [name, 1 << i]))

function countFlaw(fields: readonly Field[]): Flaw | undefined {
  let seen = 0
  let viaValues = 0
  for (const { key, value } of fields) {
    const bit = BITS.get(key)
    if (bit === undefined) continue
    if (key === 'Via') viaValues += countList(value)
    else if ((seen & bit) !== 0) return bad(`More Than One ${key} Header Field`)
    seen |= bit
  }
  const missing = MANDATORY.find((_name, i) => (seen & (1 << i)) === 0)
  if (missing !== undefined) return bad(`Missing ${missing} Header Field`)
  return viaValues > MAX_VIA_VALUES ? bad('Too Many Via Values') : undefined
}

/** Only a request other than ACK is answered, and only if a Via says that somebody waits for it. */
function judge(message: SipMessage, flaw: Flaw): MessageFault {
  const answerable = message.kind === 'request' && message.method !== 'ACK' && message.headers.has('Via')
  return answerable ? rejection(message, flaw) : { verdict: 'drop', detail: flaw.detail }
}

function rejection(request: SipRequest, flaw: Flaw): MessageFault {
  return { verdict: 'reject', status: flaw.status, detail: flaw.detail, request }
}

function bad(detail: string): Flaw {
  return { status: 400, detail }
}

function dropped(detail: string): ParseResult {
  return failed({ verdict: 'drop', detail })
}
