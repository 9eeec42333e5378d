import assert from 'node:assert/strict'
import { test } from 'node:test'
import { target } from '../test-support/test-exchange.ts'
import { otherSrtp } from './other-srtp.ts'

for (const [srtp, protocol, other] of [
  ['offered', 'UDP', 'required'],
  ['required', 'TLS', 'none'],
  ['offered', 'WS', 'dtls'],
  ['required', 'WSS', 'dtls'],
  ['dtls', 'WSS', undefined],
  ['none', 'UDP', undefined],
] as const) {
  test(`who refuses "${srtp}" over ${protocol} is tried with ${other ?? 'nothing else'}`, () => {
    const remote = { address: '192.0.2.10', port: 5060 }
    const destination = { flow: { id: '1', protocol, local: remote, remote } }
    const refused = target('11', { destination, media: { srtp, addressFamily: 'IPv4' } })
    assert.equal(otherSrtp(refused)?.media.srtp, other)
  })
}
