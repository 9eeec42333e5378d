import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Diversion } from '../header/diversion.ts'
import { forwardingHeaders, forwardingsSaid } from './forwarding-headers.ts'

test('a call that nobody has forwarded says nothing of it', () => {
  assert.deepEqual(forwardingHeaders([], 'sip:12@acme.example'), [])
})

test('RFC 5806, RFC 7044: the last who forwarded stands first in Diversion, and History-Info tells the way with the reasons', () => {
  const hops = [
    { uri: 'sip:10@acme.example', reason: 'no-answer' },
    { uri: 'sip:11@acme.example', reason: 'unconditional' },
  ] as const
  assert.deepEqual(forwardingHeaders(hops, 'sip:12@acme.example'), [
    ['Diversion', '<sip:11@acme.example>;reason=unconditional;counter=1'],
    ['Diversion', '<sip:10@acme.example>;reason=no-answer;counter=1'],
    ['History-Info', '<sip:10@acme.example>;index=1'],
    ['History-Info', '<sip:11@acme.example;cause=408>;index=1.1;mp=1'],
    ['History-Info', '<sip:12@acme.example;cause=302>;index=1.1.1;mp=1.1'],
  ])
})

const rows: readonly (readonly [said: readonly string[], times: number])[] = [
  [[], 0],
  [['<sip:1@a.example>'], 1],
  [['<sip:1@a.example>;counter=3', '<sip:2@a.example>'], 4],
  [['<sip:1@a.example>;counter=many'], 1],
]
for (const [said, times] of rows) {
  test(`${said.join(', ') || 'no Diversion'} is ${times} forwardings`, () => {
    const parsed = said.flatMap((value) => Diversion.parse(value) ?? [])
    assert.equal(parsed.length, said.length)
    assert.equal(forwardingsSaid(parsed), times)
  })
}
