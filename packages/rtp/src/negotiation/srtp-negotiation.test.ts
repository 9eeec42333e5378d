import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attributeValues } from '../sdp/attributes.ts'
import { cryptoAttributesOf } from '../sdp/crypto-attribute.ts'
import { answerLocally } from './local-session.ts'
import { streamsOf } from './streams.ts'
import {
  describe,
  G711_ANSWER,
  G711_OFFER,
  line,
  ONLY_SRTP,
  OPTIONAL_SRTP,
  PLAIN,
  succeeded,
  TwoParties,
  version,
} from './test-support/two-parties.ts'

const KEY_A = 'WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz'
const KEY_B = 'NzB4d1BINUAvLEw6UzF3WSJ+PSdFcGdUJShpX1Zj'
const SECURE_OFFER = describe(1, 'm=audio 4000 RTP/SAVP 8', `a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:${KEY_A}|2^20`)
const OPTIONAL_OFFER = SECURE_OFFER.replace('SAVP', 'AVP')
const PLAIN_OFFER = describe(1, 'm=audio 4000 RTP/AVP 8')

test('an SRTP phone calls a plain one: the keys stay on its leg', () => {
  const call = new TwoParties(OPTIONAL_SRTP, PLAIN)
  const offer = line(call.offerFromA(SECURE_OFFER), 0)
  assert.deepEqual([offer.protocol, attributeValues(offer, 'crypto')], ['RTP/AVP', []])
  const answer = line(call.answerFromB(G711_ANSWER), 0)
  const [crypto] = cryptoAttributesOf(answer)
  assert.deepEqual([answer.protocol, crypto?.tag, crypto?.suite], ['RTP/SAVP', 1, 'AES_CM_128_HMAC_SHA1_80'])
  assert.ok(call.a.agreed && call.b.agreed)
  const [stream] = streamsOf(call.a.agreed)
  assert.equal(stream?.srtp?.receive.inlineKey, KEY_A)
  assert.equal(stream?.srtp?.send.inlineKey, crypto?.inlineKey)
  assert.notEqual(crypto?.inlineKey, KEY_A)
  assert.equal(streamsOf(call.b.agreed)[0]?.srtp, undefined)
})

test('a plain phone calls one that requires SRTP: it is offered both suites under our keys', () => {
  const call = new TwoParties(PLAIN, ONLY_SRTP)
  const offer = line(call.offerFromA(G711_OFFER), 0)
  const offered = cryptoAttributesOf(offer)
  assert.deepEqual(
    [offer.protocol, ...offered.map(({ tag, suite }) => `${tag} ${suite}`)],
    ['RTP/SAVP', '1 AES_CM_128_HMAC_SHA1_80', '2 AES_CM_128_HMAC_SHA1_32'],
  )
  assert.notEqual(offered[0]?.inlineKey, offered[1]?.inlineKey)
  const answer = line(call.answerFromB(describe(1, 'm=audio 5000 RTP/SAVP 8', `a=crypto:2 AES_CM_128_HMAC_SHA1_32 inline:${KEY_B}`)), 0)
  assert.deepEqual([answer.protocol, attributeValues(answer, 'crypto')], ['RTP/AVP', []])
  assert.ok(call.b.agreed)
  const keys = streamsOf(call.b.agreed)[0]?.srtp
  assert.deepEqual(
    [keys?.send.inlineKey, keys?.receive.inlineKey, keys?.send.suite],
    [offered[1]?.inlineKey, KEY_B, 'AES_CM_128_HMAC_SHA1_32'],
  )
})

test('optional SRTP (RTP/AVP with crypto lines) is taken in the same form', () => {
  const call = new TwoParties(OPTIONAL_SRTP, PLAIN)
  call.offerFromA(OPTIONAL_OFFER)
  const answer = line(call.answerFromB(PLAIN_OFFER), 0)
  assert.deepEqual([answer.protocol, cryptoAttributesOf(answer).length], ['RTP/AVP', 1])
})

test('a re-offer to a leg under SRTP keeps its keys, so nothing is re-keyed', () => {
  const call = new TwoParties(OPTIONAL_SRTP, PLAIN)
  call.offerFromA(SECURE_OFFER)
  const [before] = cryptoAttributesOf(line(call.answerFromB(PLAIN_OFFER), 0))
  const reoffer = line(call.offerFromB(PLAIN_OFFER.replace('5000', '5002')), 0)
  assert.equal(reoffer.protocol, 'RTP/SAVP')
  assert.equal(cryptoAttributesOf(reoffer)[0]?.inlineKey, before?.inlineKey)
})

test('repeating an answer over SRTP gives the same text and key', () => {
  const call = new TwoParties(OPTIONAL_SRTP, PLAIN)
  call.offerFromA(SECURE_OFFER)
  const early = call.answerFromB(G711_ANSWER)
  assert.equal(call.answerFromB(G711_ANSWER), early)
  assert.equal(version(early), 1)
})

for (const [name, profile, offer, acceptable] of [
  ['SRTP offered to a leg without', PLAIN, SECURE_OFFER, false],
  ['plain RTP where SRTP is required', ONLY_SRTP, PLAIN_OFFER, false],
  ['optional SRTP where it is required', ONLY_SRTP, OPTIONAL_OFFER, true],
  ['optional SRTP to a leg without', PLAIN, OPTIONAL_OFFER, true],
  ['SRTP with an MKI only', OPTIONAL_SRTP, SECURE_OFFER.replace('|2^20', '|2^20|1:4'), false],
  ['SRTP with unencrypted packets', OPTIONAL_SRTP, SECURE_OFFER.replace('|2^20', ' UNENCRYPTED_SRTP'), false],
  ['SRTP with a window size hint', OPTIONAL_SRTP, SECURE_OFFER.replace('|2^20', ' WSH=128'), true],
  ['SRTP by an unknown suite', OPTIONAL_SRTP, SECURE_OFFER.replace('AES_CM_128', 'AES_CM_129'), false],
] as const) {
  test(`${name}: ${acceptable ? 'taken' : 'refused'}`, () => {
    const call = new TwoParties(profile)
    assert.equal(call.tryOfferFromA(offer).ok, acceptable)
    assert.equal(answerLocally(call.a, offer, call.aPorts, call.random).ok, acceptable)
  })
}

for (const [name, ...media] of [
  ['plain RTP', 'm=audio 5000 RTP/AVP 8'],
  ['no key', 'm=audio 5000 RTP/SAVP 8'],
  ['a tag that was not offered', 'm=audio 5000 RTP/SAVP 8', `a=crypto:7 AES_CM_128_HMAC_SHA1_80 inline:${KEY_B}`],
  ['another suite than the tag has', 'm=audio 5000 RTP/SAVP 8', `a=crypto:1 AES_CM_128_HMAC_SHA1_32 inline:${KEY_B}`],
] as const) {
  test(`an answer with ${name} to an SRTP offer is refused`, () => {
    const call = new TwoParties(PLAIN, ONLY_SRTP)
    call.offerFromA(G711_OFFER)
    assert.equal(call.tryAnswerFromB(describe(1, ...media)).ok, false)
  })
}

test('the offerer’s most preferred usable key line is answered under its tag', () => {
  const call = new TwoParties(OPTIONAL_SRTP)
  const offer = describe(
    1,
    'm=audio 4000 RTP/SAVP 8',
    `a=crypto:4 AES_CM_128_HMAC_SHA1_80 inline:${KEY_B}|2^20|1:4`,
    `a=crypto:9 AES_CM_128_HMAC_SHA1_32 inline:${KEY_A}`,
    `a=crypto:11 AES_CM_128_HMAC_SHA1_80 inline:${KEY_B}`,
  )
  const { sdp } = succeeded(answerLocally(call.a, offer, call.aPorts, call.random))
  assert.deepEqual(
    cryptoAttributesOf(line(sdp, 0)).map(({ tag, suite }) => [tag, suite]),
    [[9, 'AES_CM_128_HMAC_SHA1_32']],
  )
})

test('fax has no protection, so a leg that requires it is not offered fax', () => {
  const call = new TwoParties(PLAIN, ONLY_SRTP)
  const offer = call.offerFromA(describe(1, 'm=audio 4000 RTP/AVP 8', 'm=image 4002 udptl t38'))
  assert.equal(line(offer, 1).port, 0)
})
