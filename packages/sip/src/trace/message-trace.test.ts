import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { test } from 'node:test'
import { VirtualClock } from '@klinke/testbed'
import type { Flow } from '../transport/transport.ts'
import { ladderMessage, withoutKeys } from './ladder-message.ts'
import { MessageTrace, type TraceLimits } from './message-trace.ts'

const FLOW: Flow = {
  id: 'a',
  protocol: 'UDP',
  local: { address: '10.0.0.1', port: 5060 },
  remote: { address: '10.0.0.2', port: 5070 },
}

function message(start: string, callId = 'one', more: readonly string[] = [], body = ''): Uint8Array {
  const method = start.startsWith('SIP/2.0') ? 'INVITE' : start.slice(0, start.indexOf(' '))
  const lines = [
    start,
    'Via: SIP/2.0/UDP 10.0.0.2;branch=z9hG4bKa',
    'From: <sip:a@x.example>;tag=1',
    'To: <sip:b@x.example>',
    `Call-ID: ${callId}`,
    `CSeq: 1 ${method}`,
    ...more,
    `Content-Length: ${body.length}`,
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`)
}

function traced(limits?: Partial<TraceLimits>) {
  const clock = new VirtualClock()
  const trace = new MessageTrace(clock, { bytes: 1_000_000, registrationBytes: 100_000, forMs: 60_000, messagesOfDialog: 10, ...limits })
  return { clock, trace, passes: (bytes: Uint8Array) => trace.passed(bytes, 'received', FLOW) }
}

test('the messages of a call are kept by its Call-ID, also where it is written short; what belongs to no call is not', () => {
  const { trace, passes } = traced()
  passes(message('INVITE sip:b@x.example SIP/2.0'))
  passes(message('SIP/2.0 200 OK'))
  passes(Buffer.from('INVITE sip:b@x.example SIP/2.0\r\ni: short\r\n\r\n'))
  for (const method of ['SUBSCRIBE', 'MESSAGE', 'OPTIONS', 'NOTIFY']) passes(message(`${method} sip:b@x.example SIP/2.0`, method))
  assert.deepEqual([trace.of('one').length, trace.of('short').length], [2, 1])
  assert.deepEqual([trace.of('SUBSCRIBE'), trace.of('MESSAGE'), trace.of('OPTIONS'), trace.of('NOTIFY')], [[], [], [], []])
})

test('memory is bounded: by octets the oldest call goes first, by time as well, and one call cannot fill it', async () => {
  const { trace, passes, clock } = traced({ bytes: 3_000 })
  for (let i = 0; i < 100; i++) passes(message('INVITE sip:b@x.example SIP/2.0', `call-${i}`))
  assert.ok(trace.bytes <= 3_000)
  assert.deepEqual([trace.of('call-0').length, trace.of('call-99').length], [0, 1])
  await clock.advance(61_000)
  passes(message('INVITE sip:b@x.example SIP/2.0', 'later'))
  assert.deepEqual([trace.of('call-99').length, trace.of('later').length], [0, 1])
  for (let i = 0; i < 50; i++) passes(message('INFO sip:b@x.example SIP/2.0', 'later'))
  assert.ok(trace.of('later').length <= 10)
})

test('of a registration that is refreshed for months the newest messages are kept', () => {
  const { trace, passes } = traced()
  for (let i = 0; i < 1_000; i++) passes(message('REGISTER sip:x.example SIP/2.0', 'one', [`Expires: ${i}`]))
  const kept = trace.of('one').map(({ bytes }) => /Expires: (\d+)/.exec(Buffer.from(bytes).toString())?.[1])
  assert.deepEqual([kept.length <= 8, kept.at(-1)], [true, '999'])
  assert.ok(trace.bytes <= 1_000_000)
})

test('registrations have memory of their own: however many phones refresh theirs, no call is forgotten for it', () => {
  const { trace, passes } = traced({ bytes: 3_000, registrationBytes: 6_000 })
  passes(message('INVITE sip:b@x.example SIP/2.0', 'call'))
  for (let i = 0; i < 1_000; i++) passes(message('REGISTER sip:x.example SIP/2.0', `phone-${i}`))
  assert.deepEqual([trace.of('call').length, trace.of('phone-0').length, trace.of('phone-999').length], [1, 0, 1])
  assert.ok(trace.bytes <= 9_000)
})

test('what is read is what passed: octets, time, direction and peer, whatever is written to that memory later', async () => {
  const { trace, clock } = traced({ bytes: 4_000 })
  const other = { ...FLOW, id: 'b', remote: { address: '10.0.0.3', port: 5080 } }
  const sent = message('INVITE sip:b@x.example SIP/2.0')
  const text = Buffer.from(sent).toString()
  trace.passed(sent, 'received', FLOW)
  const beganMs = clock.epochMs()
  await clock.advance(250)
  trace.passed(message('SIP/2.0 180 Ringing'), 'sent', other)
  sent.fill(0)
  const kept = trace.of('one')
  for (let i = 0; i < 20; i++) trace.passed(message('INVITE sip:b@x.example SIP/2.0', `call-${i}`), 'received', FLOW)
  assert.deepEqual(
    kept.map(({ atMs, direction, flow }) => [atMs - beganMs, direction, flow.remote.port]),
    [
      [0, 'received', 5070],
      [250, 'sent', 5080],
    ],
  )
  assert.equal(Buffer.from(kept[0]?.bytes ?? []).toString(), text)
})

test('memory of messages that belong to no call is not held by one that is kept out of the same pool', () => {
  const { trace } = traced()
  const pool = new ArrayBuffer(65_536)
  const invite = message('INVITE sip:b@x.example SIP/2.0')
  const pooled = new Uint8Array(pool, 4_096, invite.length)
  pooled.set(invite)
  trace.passed(pooled, 'sent', FLOW)
  assert.equal(trace.of('one')[0]?.bytes.buffer.byteLength, invite.length)
})

test('a quiet server forgets too, and what is left of a call that has been forgotten begins none', async () => {
  const { trace, passes, clock } = traced()
  passes(message('INVITE sip:b@x.example SIP/2.0', 'long'))
  for (let minute = 0; minute < 10; minute++) {
    await clock.advance(30_000)
    passes(message('INVITE sip:b@x.example SIP/2.0', `call-${minute}`))
  }
  passes(message('BYE sip:b@x.example SIP/2.0', 'long'))
  assert.deepEqual([trace.of('long').length, trace.of('call-7').length, trace.of('call-8').length, trace.of('call-9').length], [0, 0, 1, 1])
  assert.ok(trace.bytes < 20_000)
})

test('a rung tells who, what and why, and no secret: neither answers to challenges, nor keys, nor what was written', () => {
  const sdp = 'v=0\r\nm=audio 4000 RTP/SAVP 8\r\na=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:SECRETKEY|2^20\r\na=ice-pwd:SECRETICE\r\n'
  const { trace, passes } = traced()
  const more = ['Authorization: Digest username="10", response="SECRETRESPONSE"', 'Content-Type: application/sdp', 'Reason: Q.850;cause=16']
  passes(message('INVITE sip:b@x.example SIP/2.0', 'one', more, sdp))
  passes(message('MESSAGE sip:b@x.example SIP/2.0', 'one', ['Content-Type: text/plain'], 'SECRETWORDS'))
  const rungs = trace.of('one').map(ladderMessage)
  assert.partialDeepStrictEqual(rungs, [
    { method: 'INVITE', peer: '10.0.0.2:5070', authenticates: true, reason: 'Q.850;cause=16', direction: 'received' },
    { method: 'MESSAGE' },
  ])
  assert.match(rungs[0]?.sdp ?? '', /inline:…\|2\^20/)
  assert.doesNotMatch(JSON.stringify(rungs), /SECRET/)
})

test('keys are blanked in all their spellings', () => {
  assert.doesNotMatch(withoutKeys('k=base64:SECRET\r\na=key-mgmt:mikey SECRET\r\na=crypto:1 X INLINE:SECRET\r\n'), /SECRET/)
})
