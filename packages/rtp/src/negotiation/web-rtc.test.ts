import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import { attributeValue, attributeValues, hasAttribute } from '../sdp/attributes.ts'
import { acceptAnswer } from './accept-answer.ts'
import { newNegotiation } from './endpoint-negotiation.ts'
import { answerLocally, offerLocally } from './local-session.ts'
import { streamsOf } from './streams.ts'
import { BROWSER, BROWSER_FINGERPRINT, browserAnswer, browserSdp, WITH_DTLS } from './test-support/browser.ts'
import { describe, G711_ANSWER, G711_OFFER, line, mLines, PLAIN, read, succeeded, TwoParties } from './test-support/two-parties.ts'

const VIDEO_OFFER = describe(1, 'm=audio 4000 RTP/AVP 8', 'm=video 4002 RTP/AVP 96', 'a=rtpmap:96 VP8/90000')
/** What no telephone is told of a browser. */
const BROWSERS_OWN = ['extmap', 'rtcp-fb', 'msid', 'mid', 'ssrc', 'ice-ufrag', 'ice-pwd', 'fingerprint', 'setup', 'candidate', 'rtcp-mux']

test('a browser calls a telephone: the telephone is offered plain RTP and nothing of browsers', () => {
  const call = new TwoParties(WITH_DTLS, PLAIN)
  const text = call.offerFromA(browserSdp())
  const offer = line(text, 0)
  assert.deepEqual(mLines(text), ['m=audio 30000 RTP/AVP 111 9 0 8 13 110 126'])
  assert.deepEqual(
    BROWSERS_OWN.filter((name) => hasAttribute(offer, name)),
    [],
  )
  assert.ok(!text.includes('red/48000') && !text.includes('a=group') && !text.includes('extmap'))
  assert.ok(hasAttribute(offer, 'sendrecv'), 'c=0.0.0.0 of ICE is no hold')
})

test('a browser that called is answered as ICE lite and DTLS server, in one bundle', () => {
  const call = new TwoParties(WITH_DTLS, PLAIN)
  call.offerFromA(browserSdp())
  const text = call.answerFromB(G711_ANSWER)
  const answer = line(text, 0)
  assert.deepEqual(mLines(text), ['m=audio 20000 UDP/TLS/RTP/SAVPF 8 101'])
  assert.deepEqual(
    [hasAttribute(read(text), 'ice-lite'), attributeValue(read(text), 'group'), attributeValue(answer, 'mid')],
    [true, 'BUNDLE 0', '0'],
  )
  assert.deepEqual([attributeValue(answer, 'setup'), hasAttribute(answer, 'rtcp-mux')], ['passive', true])
  assert.deepEqual(attributeValues(answer, 'candidate'), ['1 1 udp 2130706431 203.0.113.1 20000 typ host'])
  assert.match(attributeValue(answer, 'fingerprint') ?? '', /^sha-256 AB:AB/)
})

test('what the worker is told: both credentials and the fingerprints of the browser, and no SDES keys', () => {
  const call = new TwoParties(WITH_DTLS, PLAIN)
  call.offerFromA(browserSdp())
  const answer = line(call.answerFromB(G711_ANSWER), 0)
  assert.ok(call.a.agreed)
  const [stream] = streamsOf(call.a.agreed)
  assert.deepEqual(stream?.webRtc?.remote, { usernameFragment: 'Br0w', password: 'abcdefghijklmnopqrstuvwx' })
  assert.equal(stream?.webRtc?.local.usernameFragment, attributeValue(answer, 'ice-ufrag'))
  assert.deepEqual(stream?.webRtc?.fingerprints, [{ hash: 'sha-256', value: BROWSER_FINGERPRINT }])
  assert.deepEqual([stream?.srtp, stream?.rtcpMux, stream?.direction], [undefined, true, 'sendrecv'])
})

test('an offer without a bundle gets an answer without one', () => {
  const text = succeeded(answerLocally(browserEndpoint(), browserSdp({ bundle: false }), ports, random)).sdp
  assert.equal(attributeValue(read(text), 'group'), undefined)
})

test('the picture of a browser is refused, its sound taken', () => {
  const call = new TwoParties(WITH_DTLS, PLAIN)
  assert.deepEqual(mLines(call.offerFromA(browserSdp({ video: true }))), ['m=audio 30000 RTP/AVP 111 9 0 8 13 110 126'])
  const text = call.answerFromB(G711_ANSWER)
  assert.deepEqual(mLines(text), ['m=audio 20000 UDP/TLS/RTP/SAVPF 8 101', 'm=video 0 UDP/TLS/RTP/SAVPF 96'])
  assert.equal(attributeValue(read(text), 'group'), 'BUNDLE 0')
})

test('a telephone calls a browser: it is offered WebRTC, and the telephone plain RTP', () => {
  const call = new TwoParties(PLAIN, BROWSER)
  const text = call.offerFromA(G711_OFFER)
  const offer = line(text, 0)
  assert.deepEqual(
    [offer.protocol, attributeValue(offer, 'setup'), attributeValue(read(text), 'group')],
    ['UDP/TLS/RTP/SAVPF', 'actpass', 'BUNDLE 0'],
  )
  const answer = line(call.answerFromB(browserAnswer()), 0)
  assert.deepEqual([answer.protocol, hasAttribute(answer, 'fingerprint')], ['RTP/AVP', false])
  assert.ok(call.b.agreed && streamsOf(call.b.agreed)[0]?.webRtc)
})

test('a browser is not offered the picture of a telephone', () => {
  const call = new TwoParties(PLAIN, BROWSER)
  assert.deepEqual(mLines(call.offerFromA(VIDEO_OFFER)), ['m=audio 30000 UDP/TLS/RTP/SAVPF 8'])
  assert.deepEqual(mLines(call.answerFromB(browserAnswer())), ['m=audio 20000 RTP/AVP 8', 'm=video 0 RTP/AVP 96'])
})

test('a browser calls a browser', () => {
  const call = new TwoParties(WITH_DTLS, BROWSER)
  const offer = line(call.offerFromA(browserSdp()), 0)
  assert.deepEqual([offer.protocol, hasAttribute(offer, 'rtcp-fb')], ['UDP/TLS/RTP/SAVPF', false])
  assert.equal(attributeValues(offer, 'fingerprint').length, 1)
  const answer = line(call.answerFromB(browserAnswer()), 0)
  assert.deepEqual([answer.protocol, attributeValue(answer, 'setup')], ['UDP/TLS/RTP/SAVPF', 'passive'])
})

test('a browser whose signalling comes through a proxy beside us is told the public address too', () => {
  const profile = { ...BROWSER, otherAddress: '198.51.100.7' }
  const { sdp } = succeeded(offerLocally(newNegotiation(profile, '127.0.0.1', random), ports, random))
  assert.deepEqual(attributeValues(line(sdp, 0), 'candidate'), [
    '1 1 udp 2130706431 127.0.0.1 20000 typ host',
    '2 1 udp 2130706175 198.51.100.7 20000 typ host',
  ])
})

test('hold and resume keep the credentials and the certificate, in both directions', () => {
  const call = new TwoParties(WITH_DTLS, PLAIN)
  call.offerFromA(browserSdp())
  const first = line(call.answerFromB(G711_ANSWER), 0)
  call.offerFromA(browserSdp({ version: 2, direction: 'sendonly' }))
  const held = line(call.answerFromB(describe(2, 'm=audio 5000 RTP/AVP 8 101', 'a=recvonly')), 0)
  assert.deepEqual(attributeValue(held, 'ice-ufrag'), attributeValue(first, 'ice-ufrag'))
  assert.ok(hasAttribute(held, 'recvonly'))
  const byPhone = line(call.offerFromB(describe(3, 'm=audio 5000 RTP/AVP 8 101', 'a=sendonly')), 0)
  assert.deepEqual([byPhone.protocol, attributeValue(byPhone, 'setup')], ['UDP/TLS/RTP/SAVPF', 'actpass'])
  assert.deepEqual(attributeValue(byPhone, 'ice-pwd'), attributeValue(first, 'ice-pwd'))
  assert.equal(attributeValue(byPhone, 'mid'), '0')
})

test('a restart of ICE by the browser gets new credentials of ours', () => {
  const call = new TwoParties(WITH_DTLS, PLAIN)
  call.offerFromA(browserSdp())
  const first = line(call.answerFromB(G711_ANSWER), 0)
  call.offerFromA(browserSdp({ version: 2, ufrag: 'M0ved' }))
  const again = line(call.answerFromB(G711_ANSWER), 0)
  assert.notEqual(attributeValue(again, 'ice-ufrag'), attributeValue(first, 'ice-ufrag'))
  assert.notEqual(attributeValue(again, 'ice-pwd'), attributeValue(first, 'ice-pwd'))
})

test('ICE and DTLS written once for the session count for the line', () => {
  const text = browserSdp()
  const transport = text.split('\r\n').filter((written) => /^a=(?:ice-ufrag|ice-pwd|fingerprint|setup)/.test(written))
  const without = text.split('\r\n').filter((written) => !transport.includes(written))
  const moved = without.flatMap((written) => (written.startsWith('t=') ? [written, ...transport] : [written])).join('\r\n')
  const { endpoint } = succeeded(answerLocally(browserEndpoint(), moved, ports, random))
  assert.ok(endpoint.agreed && streamsOf(endpoint.agreed)[0]?.webRtc)
})

for (const [what, change] of [
  ['without a fingerprint', (text: string) => text.replaceAll(/a=fingerprint.*\r\n/g, '')],
  ['with a fingerprint of MD5', (text: string) => text.replaceAll('sha-256', 'md5')],
  ['with half a fingerprint', (text: string) => text.replaceAll(/(a=fingerprint:sha-256 \S{20})\S*/g, '$1')],
  ['without ICE', (text: string) => text.replaceAll(/a=ice-(?:ufrag|pwd).*\r\n/g, '')],
  ['with a short password', (text: string) => text.replaceAll(/a=ice-pwd:.*\r\n/g, 'a=ice-pwd:short\r\n')],
  ['without rtcp-mux', (text: string) => text.replaceAll('a=rtcp-mux\r\n', '')],
  ['that wants to be the server', (text: string) => text.replaceAll('setup:actpass', 'setup:passive')],
] as const) {
  test(`an offer ${what} is refused`, () => {
    const result = answerLocally(browserEndpoint(), change(browserSdp()), ports, random)
    assert.equal(result.ok ? 'accepted' : result.error.kind, 'nothing-acceptable')
  })
}

test('an engine without DTLS refuses a browser, and does not offer it what it cannot do', () => {
  const { fingerprint: _, ...without } = BROWSER
  const endpoint = newNegotiation(without, '203.0.113.1', random)
  assert.equal(answerLocally(endpoint, browserSdp(), ports, random).ok, false)
  assert.deepEqual(mLines(succeeded(offerLocally(endpoint, ports, random)).sdp)[0]?.split(' ')[2], 'RTP/AVP')
})

test('an answer that leaves us the part of the client is refused', () => {
  const { endpoint } = succeeded(offerLocally(browserEndpoint(), ports, random))
  assert.equal(acceptAnswer(endpoint, browserAnswer({ setup: 'passive' })).ok, false)
  assert.equal(acceptAnswer(endpoint, browserAnswer()).ok, true)
})

const random = seededRandom(9)
const ports = (): { rtpPort: number; rtcpPort: number } => ({ rtpPort: 20_000, rtcpPort: 20_001 })

function browserEndpoint(): ReturnType<typeof newNegotiation> {
  return newNegotiation(BROWSER, '203.0.113.1', random)
}
