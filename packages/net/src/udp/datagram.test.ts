import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datagramKind, skipLineBreaks } from './datagram.ts'

test('keep-alives, STUN and garbage are told from SIP by their first bytes', () => {
  const rows: [string, string][] = [
    ['OPTIONS sip:a@b SIP/2.0\r\n\r\n', 'sip'],
    ['\r\n\r\nOPTIONS sip:a@b SIP/2.0\r\n\r\n', 'sip'],
    ["!interesting-Method0123456789_*+`.%indeed'~ sip:a SIP/2.0\r\n", 'sip'],
    ['\r\n\r\n', 'keep-alive'],
    ['\r\n\r\n\r\n\r\n', 'keep-alive'],
    ['\0', 'keep-alive'],
    ['', 'keep-alive'],
    ['\0\x01\0\0\x21\x12\xa4\x42123456789012', 'stun'],
    ['\0\x01\0\0\x21\x12', 'garbage'],
    ['\x80\0\0\0RTP packets are lost here', 'garbage'],
    ['hello', 'garbage'],
    ['\r\n\r\n\x80 no message here at all', 'garbage'],
    ['{"jsonrpc":"2.0","method":"eth"}', 'garbage'],
  ]
  for (const [text, kind] of rows) assert.equal(datagramKind(Buffer.from(text, 'latin1')), kind, JSON.stringify(text))
})

test('line breaks before the start line are skipped', () => {
  assert.equal(Buffer.from(skipLineBreaks(Buffer.from('\r\n\r\nBYE x'))).toString(), 'BYE x')
})
