import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Contact, CSeq, From, MAX_HEADER_FIELDS, MAX_MESSAGE_BYTES, MaxForwards, parseMessage, printMessage, tagOf, Via } from '../index.ts'

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

/** A request with all that is mandatory; `extra` lines come before the blank line. */
function options(extra: readonly string[] = [], body = ''): string {
  const head = [
    'OPTIONS sip:a SIP/2.0',
    'Via: SIP/2.0/UDP a',
    'From: <sip:a>;tag=1',
    'To: <sip:a>',
    'Call-ID: c',
    'CSeq: 1 OPTIONS',
    ...extra,
  ]
  return `${head.join('\r\n')}\r\n\r\n${body}`
}

function verdict(text: string | Uint8Array): string {
  const result = parseMessage(Buffer.from(text))
  if (result.ok) return 'ok'
  return result.error.verdict === 'drop' ? `drop: ${result.error.detail}` : `${result.error.status} ${result.error.detail}`
}

test('what cannot be served is refused with a reason or dropped', () => {
  const response = options().replace('OPTIONS sip:a SIP/2.0', 'SIP/2.0 200 OK')
  const rows: [name: string, message: string | Uint8Array, verdict: string][] = [
    ['whole', options(), 'ok'],
    ['line breaks before it', `\r\n\r\n${options()}`, 'ok'],
    ['response', response, 'ok'],
    ['nothing', '', 'drop: empty'],
    ['keep-alive', '\r\n\r\n', 'drop: empty'],
    ['garbage', Uint8Array.from({ length: 64 }, (_, i) => 255 - i), 'drop: not SIP'],
    ['HTTP', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', 'drop: not SIP'],
    ['status 099', response.replace('200', '099'), 'drop: not SIP'],
    ['status 700', response.replace('200', '700'), 'drop: not SIP'],
    ['status without phrase or space', response.replace('200 OK', '200'), 'ok'],
    ['version of a response', response.replace('SIP/2.0 ', 'SIP/3.0 '), 'drop: not SIP'],
    ['version of a request', options().replace('sip:a SIP/2.0', 'sip:a SIP/3.0'), '505 Version Not Supported'],
    ['no Via', options().replace('Via', 'X-Via'), 'drop: Missing Via Header Field'],
    ['no To', options().replace('To', 'X-To'), '400 Missing To Header Field'],
    ['no To in a response', response.replace('To', 'X-To'), 'drop: Missing To Header Field'],
    ['ACK', options(['To: <sip:b>']).replaceAll('OPTIONS', 'ACK'), 'drop: More Than One To Header Field'],
    ['no blank line', options().slice(0, -2), '400 Missing Blank Line'],
    ['line without colon', options(['what is this']), '400 Malformed Header Field'],
    ['space in a name', options(['a b: c']), '400 Malformed Header Field'],
    ['first line folded', options().replace('\r\nVia', '\r\n Via'), 'drop: Malformed Header Field'],
    ['broken line before Via', options().replace('\r\nVia', '\r\n???\r\nVia'), '400 Malformed Header Field'],
    ['bare LF', options(['X: a\nVia: SIP/2.0/UDP evil']), '400 Stray Line Break Character'],
    ['bare CR', options(['X: a\rb']), '400 Stray Line Break Character'],
    ['body shorter than announced', options(['Content-Length: 9'], 'body'), '400 Body Shorter Than Content-Length'],
    ['two lengths that agree', options(['Content-Length: 4', 'l: 4'], 'body'), 'ok'],
  ]
  for (const [name, message, expected] of rows) assert.equal(verdict(message), expected, name)
})

test('a message over a limit is refused, one at the limit is served', () => {
  const fields = (count: number): string[] => Array.from({ length: count }, (_, i) => `X-${i}: ${i}`)
  const vias = (count: number): string[] => Array.from({ length: count }, (_, i) => `Via: SIP/2.0/UDP a${i}`)
  const rows: [name: string, message: string, verdict: string][] = [
    ['fields', options(fields(MAX_HEADER_FIELDS - 5)), 'ok'],
    ['too many fields', options(fields(MAX_HEADER_FIELDS - 4)), '400 Too Many Header Fields'],
    ['field', options([`X: ${'x'.repeat(8_189)}`]), 'ok'],
    ['field too long', options([`X: ${'x'.repeat(8_190)}`]), '400 Header Field Too Long'],
    ['Via', options(vias(69)), 'ok'],
    ['too many Via', options(vias(70)), '400 Too Many Via Values'],
    ['Via bomb in one field', options([`Via: ${'SIP/2.0/UDP a,'.repeat(500)}`]), '400 Too Many Via Values'],
    ['head', options(Array.from({ length: 4 }, () => `X: ${'x'.repeat(8_000)}`)), 'ok'],
    ['head too large', options(Array.from({ length: 5 }, () => `X: ${'x'.repeat(8_000)}`)), '513 Message Too Large'],
    ['message', options([], 'x'.repeat(MAX_MESSAGE_BYTES - options().length)), 'ok'],
    ['message too large', options([], 'x'.repeat(MAX_MESSAGE_BYTES + 1 - options().length)), '513 Message Too Large'],
  ]
  for (const [name, message, expected] of rows) assert.equal(verdict(message), expected, name)
})

test('a body goes through byte by byte', () => {
  const body = Uint8Array.from({ length: 256 }, (_, i) => i)
  const result = parseMessage(Buffer.concat([Buffer.from(options(['Content-Length: 256'])), body, Buffer.from('surplus')]))
  assert.ok(result.ok)
  assert.deepEqual(new Uint8Array(result.value.body), body)
  assert.deepEqual(new Uint8Array(printMessage(result.value).subarray(-256)), body)
})

test('header values are UTF-8', () => {
  const message = parsed(options(['Subject: Grüße aus 東京']))
  assert.equal(message.headers.get('Subject'), 'Grüße aus 東京')
  assert.match(Buffer.from(printMessage(message)).toString(), /Subject: Grüße aus 東京\r\n/)
})
