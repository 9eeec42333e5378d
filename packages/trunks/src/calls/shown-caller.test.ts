import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carrier, TestTrunks } from '../test-support/test-trunks.ts'
import type { OutboundCall } from './outbound-call.ts'

const BY_ADDRESS = carrier('one')
const REGISTERED = carrier('two', { authentication: { kind: 'registration', username: 'line', password: 'secret', expiresSeconds: 300 } })
const HIDDEN = '"Anonymous" <sip:anonymous@anonymous.invalid>'
const HIDES = { headers: [['Privacy', 'id']] } as const

/** What one of two kinds of carriers is told of who calls. */
async function told(wanted: Partial<OutboundCall>, used = BY_ADDRESS, call: object = {}) {
  const trunks = new TestTrunks([used])
  trunks.wanted = wanted
  await trunks.dial('+49302312500', '10', call)
  const identity = [...trunks.sent('P-Asserted-Identity'), ...trunks.sent('P-Preferred-Identity')]
  return { from: trunks.userAgent.called[0]?.invite.from, identity, privacy: trunks.sent('Privacy'), trunks }
}

test('CLI-01: the number chosen for one call is shown, one that is not the tenant’s is not', async () => {
  assert.equal((await told({ choice: { number: '+4922155500' } })).from, '<sip:+4922155500@one.example>')
  assert.equal((await told({ choice: { number: '+4930999999' } })).from, '<sip:+4922155501@one.example>')
})

test('CLI-01: the choice for one call hides the number, or shows it although the phone hides it', async () => {
  assert.partialDeepStrictEqual(await told({ choice: { hidden: true } }), { from: HIDDEN, privacy: ['id'] })
  assert.partialDeepStrictEqual(await told({ choice: { hidden: false } }, BY_ADDRESS, HIDES), {
    from: '<sip:+4922155501@one.example>',
    privacy: ['none'],
  })
})

test('CLI-02, LAW-01: the caller of a forwarded call is shown where each kind of carrier looks, and the tenant’s number pays', async () => {
  const wanted = { original: '+4915112345678' }
  assert.partialDeepStrictEqual(await told(wanted), {
    from: '<sip:+4915112345678@one.example>',
    identity: ['<sip:+4922155501@one.example>'],
  })
  assert.partialDeepStrictEqual(await told(wanted, REGISTERED), {
    from: '<sip:+4922155501@two.example>',
    identity: ['<sip:+4915112345678@two.example>'],
  })
})

test('a caller who hides stays hidden behind a forwarding', async () => {
  const { from, identity } = await told({ original: '+4915112345678' }, REGISTERED, HIDES)
  assert.deepEqual([from, identity], [HIDDEN, ['<sip:+4922155501@two.example>']])
})

test('RFC 5806, RFC 7044: a carrier is told who has forwarded the call, in its own format of numbers', async () => {
  const { trunks } = await told(
    { forwards: [{ number: '+4922155500', reason: 'no-answer' }] },
    carrier('one', { outboundFormat: 'national' }),
  )
  assert.deepEqual(trunks.sent('Diversion'), ['<sip:022155500@one.example>;reason=no-answer;counter=1'])
  assert.deepEqual(trunks.sent('History-Info'), [
    '<sip:022155500@one.example>;index=1',
    '<sip:0302312500@one.example;cause=408>;index=1.1;mp=1',
  ])
})
