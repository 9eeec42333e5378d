import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Contact, CSeq, From, MaxForwards, parseMessage, printMessage, tagOf, Via } from '../index.ts'

const INVITE = [
  'INVITE sip:bob@biloxi.example.com SIP/2.0',
  'v: SIP/2.0/TCP client.atlanta.example.com:5060;branch=z9hG4bK74bf9;rport',
  'Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKa, SIP/2.0/UDP 192.0.2.2;branch=z9hG4bKb',
  'Max-Forwards: 70',
  'From: Alice <sip:alice@atlanta.example.com>;tag=9fxced76sl',
  'To: Bob <sip:bob@biloxi.example.com>',
  'i: 3848276298220188511@atlanta.example.com',
  'CSeq: 1 INVITE',
  'Subject: one',
  '\ttwo',
  'X-Custom: kept',
  'm: <sip:alice@client.atlanta.example.com;transport=tcp>',
  'Content-Length: 4',
  '',
  'v=0\n',
].join('\r\n')

function parsed(text: string) {
  const result = parseMessage(Buffer.from(text))
  assert.ok(result.ok, result.ok ? '' : result.error.detail)
  return result.value
}

test('a request is read with compact, folded and unknown headers', () => {
  const message = parsed(INVITE)
  assert.equal(message.kind, 'request')
  assert.equal(message.headers.get('subject'), 'one two')
  assert.equal(message.headers.get('x-cUSTOM'), 'kept')
  assert.deepEqual(message.headers.list('Via').length, 3)
  assert.equal(message.headers.read(Via)?.rport, 'asked')
  assert.equal(message.headers.read(MaxForwards), 70)
  assert.equal(tagOf(message.headers.read(From)), '9fxced76sl')
  assert.deepEqual(message.headers.read(CSeq), { sequence: 1, method: 'INVITE' })
  assert.equal(message.headers.read(Contact)?.uri, 'sip:alice@client.atlanta.example.com;transport=tcp')
  assert.equal(Buffer.from(message.body).toString(), 'v=0\n')
})

test('printing what was parsed is stable', () => {
  const once = printMessage(parsed(INVITE))
  assert.equal(Buffer.from(printMessage(parsed(Buffer.from(once).toString()))).toString(), Buffer.from(once).toString())
})
