import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EndpointProfile } from '@klinke/rtp'
import { phoneSdp } from '@klinke/testbed'
import { customerTrunk, fixedTrunk, PaperTrunks } from '../../test-support/customer-trunks.ts'
import { carrier, TENANT, TestTrunks } from '../../test-support/test-trunks.ts'
import type { TrunkProductName } from '../customer-trunk.ts'
import { mediaOfTrunk } from './trunk-media.ts'

/** TRK-08: what each product speaks, by codec. */
const TABLE: Readonly<Record<TrunkProductName, Readonly<Record<'PCMA' | 'PCMU' | 'G729' | 'G722' | 'opus' | 'T38', boolean>>>> = {
  extended: { PCMA: true, PCMU: true, G729: true, G722: false, opus: false, T38: true },
  'extended-connect': { PCMA: true, PCMU: true, G729: true, G722: false, opus: false, T38: true },
  'extended-link': { PCMA: true, PCMU: true, G729: false, G722: false, opus: false, T38: false },
  basic: { PCMA: true, PCMU: true, G729: true, G722: false, opus: false, T38: true },
}
const PRODUCTS = ['extended', 'extended-connect', 'extended-link', 'basic'] as const satisfies readonly TrunkProductName[]
const CODECS = ['PCMA', 'PCMU', 'G729', 'G722', 'opus', 'T38'] as const

for (const product of PRODUCTS) {
  for (const codec of CODECS) {
    const isSpoken = TABLE[product][codec]
    test(`TRK-08: ${codec} is ${isSpoken ? '' : 'not '}spoken on ${product}`, () => {
      const { codecs, t38 } = mediaOfTrunk(product)
      assert.equal(codec === 'T38' ? t38 : codecs?.includes(codec), isSpoken)
    })
  }
}

/** The profiles with which endpoints are opened, the caller's first. */
function watched(trunks: TestTrunks): EndpointProfile[] {
  const profiles: EndpointProfile[] = []
  const open = trunks.media.open.bind(trunks.media)
  trunks.media.open = (...what) => {
    const session = open(...what)
    const endpoint = session.endpoint.bind(session)
    session.endpoint = (id, profile) => {
      profiles.push(profile)
      return endpoint(id, profile)
    }
    return session
  }
  return profiles
}

const OFFER = `${phoneSdp('192.0.2.7', 1, 'sendrecv').replace('RTP/AVP 8 0 101', 'RTP/AVP 18 8 101')}m=image 40002 udptl t38\r\n`
const LINK = { codecs: ['PCMA', 'PCMU'], t38: false }

test('TRK-08: what an Extended Link trunk does not have is left out of what its PBX offers, and the record says so in words', async () => {
  const trunks = new TestTrunks([carrier('one')], TENANT, {}, new PaperTrunks(customerTrunk({ product: 'extended-link' })))
  const profiles = watched(trunks)
  await trunks.dialFromPbx('+493023125000', { offer: OFFER })
  assert.partialDeepStrictEqual(profiles[0], LINK)
  trunks.userAgent.called[0]?.refuse(486)
  await trunks.clock.advance(0)
  const step = trunks.ended[0]?.route.find(({ step: name }) => name === 'trunk-media')
  assert.equal(step?.detail, 'G729, T38 of the PBX')
  assert.equal(step?.words?.de, 'Die Telefonanlage bietet G729, T38 an: das gibt es bei „SIP-Trunk Extended Link“ nicht und bleibt weg.')
})

test('TRK-08: nor is it offered to the PBX', async () => {
  const trunks = new TestTrunks([carrier('one')], TENANT, {}, new PaperTrunks(fixedTrunk(['203.0.113.7'], { product: 'extended-link' })))
  const profiles = watched(trunks)
  trunks.ledToTrunks.set('+4922155501', 't1')
  await trunks.callIn('one', { uri: 'sip:+4922155501@klinke.example', offer: OFFER })
  assert.partialDeepStrictEqual(profiles[1], LINK)
  trunks.userAgent.called[0]?.refuse(486)
  await trunks.clock.advance(0)
  const step = trunks.ended[0]?.route.find(({ step: name }) => name === 'trunk-media')
  assert.equal(step?.words?.en, 'The PBX would be offered G729, T38: “SIP trunk Extended Link” does not have that, and it is left out.')
})

test('EMG-01: a call for help speaks what the PBX speaks, whatever the product', async () => {
  const trunks = new TestTrunks([carrier('one')], TENANT, {}, new PaperTrunks(customerTrunk({ product: 'extended-link' })))
  const profiles = watched(trunks)
  await trunks.dialFromPbx('112', { offer: OFFER })
  assert.deepEqual([profiles[0]?.codecs, profiles[0]?.t38], [undefined, undefined])
})

test('TRK-01: a Microsoft server is not told that Replaces is known, another PBX is', async () => {
  for (const [signalling, withoutReplaces] of [
    ['microsoft', true],
    ['sipconnect', undefined],
  ] as const) {
    const pbx = new PaperTrunks(fixedTrunk(['203.0.113.7'], { signalling }))
    const trunks = new TestTrunks([carrier('one')], TENANT, {}, pbx)
    trunks.ledToTrunks.set('+4922155501', 't1')
    await trunks.callIn('one', { uri: 'sip:+4922155501@klinke.example' })
    assert.equal(trunks.userAgent.called[0]?.invite.withoutReplaces, withoutReplaces)
  }
})
