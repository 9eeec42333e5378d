import assert from 'node:assert/strict'
import { below, type Random, seededRandom } from '@klinke/foundation'
import { ContentType } from '../../src/header/media-type.ts'
import * as sip from '../../src/index.ts'
import { parseMultipart, printMultipart } from '../../src/mime/multipart.ts'
import { sessionBodyOf } from '../../src/mime/session-body.ts'
import { CAPABILITIES } from '../torture/fixture.ts'

/** The header types of the package, as its door shows them. */
const TYPES: readonly sip.HeaderType<unknown>[] = Object.values(sip).flatMap((value) =>
  typeof value === 'object' && 'parse' in value && 'print' in value ? [value as sip.HeaderType<unknown>] : [],
)

/** Asserts what holds for all bytes that may come in; throws at the first thing that does not. */
export class MessageProperties {
  readonly #server = new sip.DigestServer({ secret: new Uint8Array(16), random: seededRandom(1), maxNonces: 4 })

  check(bytes: Uint8Array, random: Random): void {
    this.#framing(bytes, random)
    const result = sip.parseMessage(bytes)
    if (result.ok) this.#message(result.value)
    else if (result.error.verdict === 'reject') this.#rejection(result.error)
  }

  /** A stream of such bytes in random pieces keeps the framer within its bounds. */
  #framing(bytes: Uint8Array, random: Random): void {
    const framer = new sip.MessageFramer(below(random, 2) === 0 ? 'server' : 'client')
    for (let at = 0; at < bytes.length; ) {
      const size = 1 + below(random, 2_000)
      for (const event of framer.push(bytes.subarray(at, at + size))) {
        if (event.kind === 'message') assert.ok(event.bytes.length > 0 && event.bytes.length <= sip.MAX_MESSAGE_BYTES)
      }
      assert.ok(framer.pendingBytes <= sip.MAX_MESSAGE_BYTES + 2_000)
      at += size
    }
  }

  #message(message: sip.SipMessage): void {
    readAll(message.headers)
    printsStable(message)
    if (message.kind === 'response') {
      sip.responseFault(message)
      if (message.status === 401) new sip.DigestClient({ username: 'u', password: 'p' }, seededRandom(1)).challenged(message)
      return
    }
    const fault = sip.requestFault(message, CAPABILITIES)
    partsStable(message)
    printsStable(sip.buildResponse(message, fault?.status ?? 200, { toTag: 't', headers: fault?.headers ?? [] }))
    printsStable(sip.stampReceived(message, { address: '2001:db8::7', port: 5060 }))
    this.#server.verify(message, { realm: 'x', challenger: 'user-agent', nowMs: 0, secrets: () => undefined })
    const forwarded = sip.editHeaders(message.headers).prepend('Via', 'SIP/2.0/UDP b;branch=z9hG4bKb').removeFirst('Route').done()
    if (message.headers.list('Via').length < 70) printsStable({ ...message, headers: forwarded })
  }

  #rejection({ request, status, detail }: sip.Rejection): void {
    assert.notEqual(request.method, 'ACK')
    const printed = sip.printMessage(sip.buildResponse(request, status, { reason: detail, toTag: 't' }))
    assert.ok(Buffer.from(printed).toString('latin1').startsWith(`SIP/2.0 ${status} ${detail}\r\nVia: `) || request.headers.has('Via'))
  }
}

/** Prints, reads back, and prints the same: nothing in a message can change how it is cut into headers. */
function printsStable(message: sip.SipMessage): void {
  const once = sip.printMessage(message)
  // Bytes that are no UTF-8 become replacement characters of three bytes and may take a message over a limit.
  if (once.length > 30_000) return
  const again = sip.parseMessage(once)
  assert.ok(again.ok, `what was printed does not parse: ${again.ok ? '' : again.error.detail}`)
  assert.deepEqual(sip.printMessage(again.value), once)
  assert.deepEqual(Buffer.from(again.value.body), Buffer.from(message.body))
  assert.equal(again.value.kind, message.kind)
}

/** The parts of a body are passed on as they came. */
function partsStable(message: sip.SipRequest): void {
  const { parts } = sessionBodyOf(message)
  if (parts.length === 0) return
  const { body, contentType } = printMultipart(parts, 'z9-no-such-line')
  const type = ContentType.parse(contentType)
  const again = type && parseMultipart(body, type)
  assert.deepEqual(
    again?.map((part) => Buffer.from(part.body)),
    parts.map((part) => Buffer.from(part.body)),
  )
}

/** Each reader gives a value that prints and reads back as the same, or nothing. */
function readAll(headers: sip.Headers): void {
  for (const type of TYPES) {
    headers.read(type)
    for (const value of headers.readAll(type) ?? []) {
      const text = type.print(value)
      const again = type.parse(text)
      assert.notEqual(again, undefined, `${type.name}: "${text}" does not read back`)
      assert.equal(type.print(again), text, type.name)
      checkUri(value)
    }
  }
}

function checkUri(value: unknown): void {
  if (typeof value !== 'object' || value === null || !('uri' in value) || typeof value.uri !== 'string') return
  const uri = sip.parseUri(value.uri)
  if (uri === undefined) return
  const again = sip.parseUri(sip.printUri(uri))
  assert.ok(again, `"${value.uri}" prints as no URI`)
  assert.equal(sip.printUri(again), sip.printUri(uri))
  assert.equal(sip.urisEqual(uri, again), true, value.uri)
  assert.equal(sip.urisEqual(again, uri), true, value.uri)
}
