import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MessageFramer } from '../index.ts'

const ONE = 'OPTIONS sip:a SIP/2.0\r\nl: 5\r\n\r\nhello'
const TWO = 'SIP/2.0 200 OK\r\nContent-Length:\r\n 0\r\n\r\n'

function show(framer: MessageFramer, text: string): string[] {
  return framer
    .push(Buffer.from(text))
    .map((event) =>
      event.kind === 'message' ? Buffer.from(event.bytes).toString() : event.kind === 'broken' ? `broken ${event.status}` : event.kind,
    )
}

test('messages come out whole however the stream is cut', () => {
  const stream = `${ONE}${TWO}\r\n\r\n${ONE}`
  for (let size = 1; size <= stream.length; size++) {
    const framer = new MessageFramer('server')
    const events: string[] = []
    for (let at = 0; at < stream.length; at += size) events.push(...show(framer, stream.slice(at, at + size)))
    assert.deepEqual(events, [ONE, TWO, 'ping', ONE], `pieces of ${size}`)
    assert.equal(framer.pendingBytes, 0)
  }
})

test('a single CRLF is a pong to the side that opened the connection and nothing to the other', () => {
  assert.deepEqual(show(new MessageFramer('client'), `\r\n${ONE}\r\n`), ['pong', ONE, 'pong'])
  assert.deepEqual(show(new MessageFramer('server'), `\r\n${ONE}\r\n`), [ONE])
})

test('a stream that cannot be cut is broken for good', () => {
  const rows: [name: string, stream: string, expected: string][] = [
    ['no Content-Length', 'OPTIONS sip:a SIP/2.0\r\nTo: x\r\n\r\n', 'broken 400'],
    ['negative', 'OPTIONS sip:a SIP/2.0\r\nContent-Length: -5\r\n\r\n', 'broken 400'],
    ['contradicting', 'OPTIONS sip:a SIP/2.0\r\nContent-Length: 5\r\nl: 6\r\n\r\n', 'broken 400'],
    ['body too large', 'OPTIONS sip:a SIP/2.0\r\nContent-Length: 99999999\r\n\r\n', 'broken 513'],
    ['endless head', `OPTIONS sip:a SIP/2.0\r\nX: ${'x'.repeat(40_000)}`, 'broken 513'],
  ]
  for (const [name, stream, expected] of rows) {
    const framer = new MessageFramer('server')
    assert.deepEqual(show(framer, stream), [expected], name)
    assert.deepEqual(show(framer, ONE), [], name)
    assert.equal(framer.pendingBytes, 0, name)
  }
})

test('a slow sender keeps no more than one unfinished message', () => {
  const framer = new MessageFramer('server')
  const head = 'OPTIONS sip:a SIP/2.0\r\nContent-Length: 60000\r\n\r\n'
  const stream = Buffer.from(head + 'x'.repeat(60_000))
  for (let at = 0; at < stream.length - 1; at++) assert.deepEqual(framer.push(stream.subarray(at, at + 1)), [])
  assert.equal(framer.pendingBytes, stream.length - 1)
  const [event] = framer.push(stream.subarray(-1))
  assert.ok(event?.kind === 'message')
  assert.deepEqual(Buffer.from(event.bytes), stream)
})

test('a message handed out is not changed by what comes after it', () => {
  const framer = new MessageFramer('server')
  const stream = Buffer.from(ONE + ONE.replace('hello', 'HELLO') + ONE.replace('hello', 'third'))
  const messages: Uint8Array[] = []
  for (let at = 0; at < stream.length; at += 7) {
    for (const event of framer.push(Buffer.from(stream.subarray(at, at + 7)))) if (event.kind === 'message') messages.push(event.bytes)
  }
  assert.deepEqual(
    messages.map((message) => Buffer.from(message).toString().slice(-5)),
    ['hello', 'HELLO', 'third'],
  )
})
