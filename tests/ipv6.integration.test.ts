/** Phones over IPv6, among themselves and with phones over IPv4; what each hears is measured. */
import assert from 'node:assert/strict'
import { networkInterfaces } from 'node:os'
import { after, before, test } from 'node:test'
import { hearsTone, missingPeers, RunningProduct } from '@klinke/testbed'
import { callRecord, dialled, type PhoneOptions, phone, root, TONES } from './support.ts'

const hasIpv6 = networkInterfaces().lo?.some(({ address }) => address === '::1')
const skip = hasIpv6 ? missingPeers('baresip') : 'needs IPv6 on the loopback interface'
/** What the simulated public network, which has only IPv4, plays. */
const NETWORK_TONE = { frequencyHz: 1020, levelDbm0: -10 }
let product: RunningProduct

before(async () => {
  if (skip === false) product = await RunningProduct.start({ root, environment: { KLINKE_BIND_ADDRESSES: '127.0.0.1,::1' } })
})
after(() => product?.[Symbol.asyncDispose]())

type Access = Pick<PhoneOptions, 'transport' | 'srtp' | 'address'>

const rows: readonly (readonly [what: string, caller: Access, called: Access])[] = [
  ['over IPv6 and UDP', { address: '::1' }, { address: '::1' }],
  ['over IPv6, TLS and SRTP', { address: '::1', transport: 'TLS', srtp: true }, { address: '::1', transport: 'TLS', srtp: true }],
  ['from IPv6 to IPv4', { address: '::1' }, { address: '127.0.0.1' }],
  ['from IPv4 to IPv6 over TCP', { address: '127.0.0.1' }, { address: '::1', transport: 'TCP' }],
]

for (const [what, callerAccess, calledAccess] of rows) {
  test(`two phones hear each other ${what}`, { skip }, async () => {
    await using anna = await phone(product, '10', { tone: TONES.anna, ...callerAccess })
    await using bea = await phone(product, '11', { tone: TONES.bea, ...calledAccess })
    await anna.dial(dialled(product, '11'))
    assert.match(await bea.rings(), /10@/)
    await bea.accept()
    await Promise.all([anna.established(), bea.established()])
    await hearsTone('the caller', anna, TONES.bea, 600)
    await hearsTone('the called', bea, TONES.anna, 600)
    await bea.hangUp()
    await anna.ended()
  })
}

test('a phone over IPv6 reaches a carrier over IPv4', { skip }, async () => {
  await using anna = await phone(product, '12', { tone: TONES.anna, address: '::1' })
  await anna.dial(dialled(product, product.demo.network.tone))
  await anna.established()
  await hearsTone('the caller', anna, NETWORK_TONE, 800)
  await anna.hangUp()
  const record = await callRecord(product, 'the call out', ({ caller, endedAt }) => caller.number === '12' && endedAt !== null)
  assert.equal(record.cause, 'hung-up-by-caller')
})
