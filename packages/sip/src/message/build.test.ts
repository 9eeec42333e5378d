import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildRequest, buildResponse, parseMessage, printMessage, reasonPhrase, type SipMessage, stampReceived } from '../index.ts'

function text(message: SipMessage): string {
  return Buffer.from(printMessage(message)).toString()
}

const REQUEST = buildRequest({
  method: 'INVITE',
  uri: 'sip:bob@example.com',
  via: 'SIP/2.0/UDP a.example.com;branch=z9hG4bK1;rport',
  from: '<sip:alice@example.com>;tag=f',
  to: '<sip:bob@example.com>',
  callId: 'c1',
  cseq: 7,
  route: ['<sip:one;lr>', '<sip:two;lr>'],
  contact: '<sip:alice@a.example.com>',
  headers: [
    ['Record-Route', '<sip:rr;lr>'],
    ['Timestamp', '54'],
  ],
  body: 'v=0\r\nü',
  contentType: 'application/sdp',
})

test('a request is built with all that RFC 3261 §8.1.1 wants and its length in bytes', () => {
  assert.equal(
    text(REQUEST),
    [
      'INVITE sip:bob@example.com SIP/2.0',
      'Via: SIP/2.0/UDP a.example.com;branch=z9hG4bK1;rport',
      'Route: <sip:one;lr>',
      'Route: <sip:two;lr>',
      'Max-Forwards: 70',
      'From: <sip:alice@example.com>;tag=f',
      'To: <sip:bob@example.com>',
      'Call-ID: c1',
      'CSeq: 7 INVITE',
      'Contact: <sip:alice@a.example.com>',
      'Record-Route: <sip:rr;lr>',
      'Timestamp: 54',
      'Content-Type: application/sdp',
      'Content-Length: 7',
      '',
      'v=0\r\nü',
    ].join('\r\n'),
  )
  assert.equal(parseMessage(printMessage(REQUEST)).ok, true)
})

test('a response copies what RFC 3261 §8.2.6, §12.1.1 say for its status', () => {
  const names = (status: number): string[] => Array.from(buildResponse(REQUEST, status, { toTag: 't' }).headers.entries(), ([name]) => name)
  assert.deepEqual(names(100), ['Via', 'From', 'To', 'Call-ID', 'CSeq', 'Timestamp'])
  assert.deepEqual(names(180), ['Via', 'From', 'To', 'Call-ID', 'CSeq', 'Record-Route'])
  assert.deepEqual(names(200), ['Via', 'From', 'To', 'Call-ID', 'CSeq', 'Record-Route'])
  assert.deepEqual(names(486), ['Via', 'From', 'To', 'Call-ID', 'CSeq'])
})

test('the tag goes to To once, and never into a 100', () => {
  const to = (status: number, original = '<sip:bob@example.com>'): string | undefined => {
    const request = buildRequest({ method: 'INVITE', uri: 'sip:x', from: '<sip:a>', to: original, callId: 'c', cseq: 1 })
    return buildResponse(request, status, { toTag: 'new' }).headers.get('To')
  }
  assert.equal(to(200), '<sip:bob@example.com>;tag=new')
  assert.equal(to(200, 'sip:bob@example.com'), 'sip:bob@example.com;tag=new')
  assert.equal(to(200, '<sip:bob@example.com>;tag=old'), '<sip:bob@example.com>;tag=old')
  assert.equal(to(100), '<sip:bob@example.com>')
})

test('reason phrases: registered, by class, or given', () => {
  assert.equal(reasonPhrase(486), 'Busy Here')
  assert.equal(reasonPhrase(499), 'Client Error')
  assert.equal(text(buildResponse(REQUEST, 404, { reason: 'Kein\r\nAnschluss' })).split('\r\n')[0], 'SIP/2.0 404 Kein Anschluss')
})

test('received and rport tell the sender where it was seen from', () => {
  const rows: [via: string, stamped: string][] = [
    ['SIP/2.0/UDP 192.0.2.7;branch=b', 'SIP/2.0/UDP 192.0.2.7;branch=b'],
    ['SIP/2.0/UDP 192.0.2.7;received=6.6.6.6;branch=b', 'SIP/2.0/UDP 192.0.2.7;branch=b'],
    ['SIP/2.0/UDP 10.0.0.7;branch=b', 'SIP/2.0/UDP 10.0.0.7;received=192.0.2.7;branch=b'],
    ['SIP/2.0/UDP 192.0.2.7;rport;branch=b', 'SIP/2.0/UDP 192.0.2.7;rport=1024;received=192.0.2.7;branch=b'],
    [
      'SIP/2.0/UDP 10.0.0.7;received=6.6.6.6;rport=666;branch=b, SIP/2.0/UDP z',
      'SIP/2.0/UDP 10.0.0.7;rport=1024;received=192.0.2.7;branch=b',
    ],
  ]
  for (const [via, stamped] of rows) {
    const request = buildRequest({ method: 'OPTIONS', uri: 'sip:x', via, from: 'sip:a', to: 'sip:b', callId: 'c', cseq: 1 })
    assert.equal(stampReceived(request, { address: '192.0.2.7', port: 1024 }).headers.list('Via')[0], stamped)
  }
})
