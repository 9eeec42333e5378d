import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attributeValues, hasAttribute } from '../sdp/attributes.ts'
import { rejectOffer } from './endpoint-negotiation.ts'
import { relayAnswer } from './relay-answer.ts'
import { relayOffer } from './relay-offer.ts'
import { streamsOf } from './streams.ts'
import { describe, G711_ANSWER, G711_OFFER, line, mLines, PLAIN, read, succeeded, TwoParties, version } from './test-support/two-parties.ts'

test('a relayed offer carries our address and port and the codecs as they were', () => {
  const offer = new TwoParties().offerFromA(G711_OFFER)
  assert.match(
    offer,
    /^v=0\r\no=- \d+ 1 IN IP4 203\.0\.113\.1\r\ns=-\r\nc=IN IP4 203\.0\.113\.1\r\nt=0 0\r\nm=audio 30000 RTP\/AVP 8 0 101\r\na=rtpmap:101 telephone-event\/8000\r\na=ptime:20\r\na=sendrecv\r\n$/,
  )
  assert.ok(!offer.includes('192.0.2.10') && !offer.includes('alice'))
})

test('the answer comes back with our address and connects both', () => {
  const call = new TwoParties()
  call.offerFromA(G711_OFFER)
  const answer = call.answerFromB(G711_ANSWER)
  assert.deepEqual(mLines(answer), ['m=audio 20000 RTP/AVP 8 101'])
  assert.deepEqual([call.a.phase, call.b.phase], ['stable', 'stable'])
  assert.ok(call.a.agreed && call.b.agreed)
  const [a] = streamsOf(call.a.agreed)
  const [b] = streamsOf(call.b.agreed)
  assert.deepEqual([a?.remote?.rtpPort, a?.direction, a?.sendCodecs[0]?.name], [4000, 'sendrecv', 'PCMA'])
  assert.deepEqual([b?.remote?.rtpPort, b?.direction, b?.sendCodecs.length, b?.receiveCodecs.length], [5000, 'sendrecv', 2, 3])
})

test('an IPv6 party gets IPv6 addresses', () => {
  const offer = new TwoParties(PLAIN, { ...PLAIN, addressFamily: 'IPv6' }).offerFromA(G711_OFFER)
  assert.deepEqual(read(offer).connection, { addressFamily: 'IPv6', address: '2001:db8::1' })
})

test('an unknown codec with its parameters passes both ways', () => {
  const call = new TwoParties()
  const media = ['m=audio 4000 RTP/AVP 112', 'a=rtpmap:112 EVS/16000', 'a=fmtp:112 br=5.9-24.4', 'a=X-vendor:7']
  const offer = line(call.offerFromA(describe(1, ...media)), 0)
  const answer = line(call.answerFromB(describe(1, ...media)), 0)
  for (const out of [offer, answer]) {
    assert.deepEqual(out.formats, ['112'])
    assert.deepEqual(
      ['rtpmap', 'fmtp', 'X-vendor'].flatMap((name) => attributeValues(out, name)),
      ['112 EVS/16000', '112 br=5.9-24.4', '7'],
    )
  }
})

test('ICE, DTLS, bundling and capability lines stay on their leg', () => {
  const offer = new TwoParties().offerFromA(
    describe(
      1,
      'a=group:BUNDLE 0',
      'a=ice-lite',
      'm=audio 4000 RTP/AVP 8',
      'a=candidate:1 1 UDP 2130706431 192.0.2.10 4000 typ host',
      'a=ice-ufrag:x',
      'a=ice-pwd:y',
      'a=rtcp-mux',
      'a=rtcp:4000 IN IP4 192.0.2.10',
      'a=fingerprint:sha-256 AA',
      'a=setup:actpass',
      'a=tcap:1 RTP/SAVP',
      'a=pcfg:1 t=1',
      'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz',
    ),
  )
  assert.deepEqual(line(offer, 0).attributes, [{ name: 'sendrecv', value: undefined }])
  assert.deepEqual(read(offer).attributes, [])
})

test('an answer with other payload type numbers for the same codec passes as it is', () => {
  const call = new TwoParties()
  call.offerFromA(describe(1, 'm=audio 4000 RTP/AVP 8 96', 'a=rtpmap:96 telephone-event/8000'))
  const answer = call.answerFromB(describe(1, 'm=audio 5000 RTP/AVP 8 101', 'a=rtpmap:101 telephone-event/8000'))
  assert.deepEqual(line(answer, 0).formats, ['8', '101'])
})

test('a codec the offer did not have is taken out of the answer', () => {
  const call = new TwoParties()
  call.offerFromA(G711_OFFER)
  assert.deepEqual(mLines(call.answerFromB(describe(1, 'm=audio 5000 RTP/AVP 18 0'))), ['m=audio 20000 RTP/AVP 0'])
})

test('an answer without any offered codec fails', () => {
  const call = new TwoParties()
  call.offerFromA(G711_OFFER)
  const result = call.tryAnswerFromB(describe(1, 'm=audio 5000 RTP/AVP 18'))
  assert.equal(result.ok ? '' : result.error.kind, 'nothing-acceptable')
})

test('lines that are not relayed are left out of the offer and refused in their place in the answer', () => {
  const call = new TwoParties()
  const offer = call.offerFromA(
    describe(
      1,
      'm=application 6000 TCP/BFCP *',
      'm=audio 4000 RTP/AVP 8',
      'm=audio 4002 UDP/TLS/RTP/SAVPF 8',
      'm=video 4004 RTP/AVP 96',
      'a=rtpmap:96 H264/90000',
    ),
  )
  assert.deepEqual(mLines(offer), ['m=audio 30000 RTP/AVP 8', 'm=video 30002 RTP/AVP 96'])
  const answer = call.answerFromB(describe(1, 'm=audio 5000 RTP/AVP 8', 'm=video 0 RTP/AVP 96'))
  assert.deepEqual(mLines(answer), [
    'm=application 0 TCP/BFCP *',
    'm=audio 20002 RTP/AVP 8',
    'm=audio 0 UDP/TLS/RTP/SAVPF 8',
    'm=video 0 RTP/AVP 96',
  ])
})

test('an answer with fewer lines than the offer refuses the missing ones', () => {
  const call = new TwoParties()
  call.offerFromA(describe(1, 'm=audio 4000 RTP/AVP 8', 'm=video 4004 RTP/AVP 34'))
  assert.deepEqual(mLines(call.answerFromB(describe(1, 'm=audio 5000 RTP/AVP 8'))), ['m=audio 20000 RTP/AVP 8', 'm=video 0 RTP/AVP 34'])
})

test('a line without ports left is refused', () => {
  const call = new TwoParties()
  const offer = succeeded(
    relayOffer(
      call.a,
      call.b,
      describe(1, 'm=audio 4000 RTP/AVP 8', 'm=video 4004 RTP/AVP 34'),
      (index) => (index === 0 ? call.bPorts(0) : undefined),
      call.random,
    ),
  )
  assert.deepEqual(mLines(offer.sdp), ['m=audio 30000 RTP/AVP 8', 'm=video 0 RTP/AVP 34'])
})

test('a fax session takes the place of the audio line and keeps its attributes', () => {
  const call = new TwoParties()
  call.offerFromA(G711_OFFER)
  call.answerFromB(G711_ANSWER)
  const t38 = ['m=image 4000 udptl t38', 'a=T38FaxVersion:0', 'a=T38FaxUdpEC:t38UDPRedundancy']
  const offer = call.offerFromB(describe(2, ...t38))
  assert.deepEqual(mLines(offer), ['m=image 20000 udptl t38'])
  assert.deepEqual(attributeValues(line(offer, 0), 'T38FaxUdpEC'), ['t38UDPRedundancy'])
  assert.deepEqual(mLines(call.answerFromA(describe(2, ...t38))), ['m=image 30000 udptl t38'])
  assert.ok(call.a.agreed)
  assert.equal(streamsOf(call.a.agreed)[0]?.transport, 'udptl')
})

test('the same answer in 183 and 200 gives the same text, another fork gives a new version', () => {
  const call = new TwoParties()
  call.offerFromA(G711_OFFER)
  const early = call.answerFromB(G711_ANSWER)
  assert.equal(call.answerFromB(G711_ANSWER), early)
  const other = call.answerFromB(describe(1, 'm=audio 5000 RTP/AVP 0'))
  assert.deepEqual([version(early), version(other)], [1, 2])
})

test('one offer goes to two devices and the second may answer after the first refused', () => {
  const first = new TwoParties()
  const second = new TwoParties()
  first.offerFromA(G711_OFFER)
  const fork = succeeded(relayOffer(first.a, second.b, G711_OFFER, second.bPorts, first.random))
  first.a = rejectOffer(fork.from)
  const answered = succeeded(relayAnswer(fork.to, first.a, G711_ANSWER, first.aPorts, first.random))
  assert.deepEqual(mLines(answered.sdp), ['m=audio 20000 RTP/AVP 8 101'])
})

test('offers that cross are glare', () => {
  const call = new TwoParties()
  call.offerFromA(G711_OFFER)
  call.answerFromB(G711_ANSWER)
  call.offerFromA(G711_OFFER)
  const crossing = relayOffer(call.b, call.a, G711_OFFER, call.aPorts, call.random)
  assert.equal(crossing.ok ? '' : crossing.error.kind, 'glare')
})

for (const [name, sdp, kind] of [
  ['garbage', 'hello', 'bad-sdp'],
  ['an offer of DTLS-SRTP alone', describe(1, 'm=audio 4000 UDP/TLS/RTP/SAVPF 8'), 'nothing-acceptable'],
  ['an offer without media', describe(1), 'nothing-acceptable'],
] as const) {
  test(`${name} is refused as ${kind} and changes nothing`, () => {
    const call = new TwoParties()
    const result = call.tryOfferFromA(sdp)
    assert.equal(result.ok ? '' : result.error.kind, kind)
    assert.equal(call.b.lastSent, undefined)
  })
}

test('RTCP on the RTP port is accepted where the profile allows and never offered to the other leg', () => {
  const call = new TwoParties({ ...PLAIN, rtcpMux: true }, { ...PLAIN, rtcpMux: true })
  const offer = call.offerFromA(describe(1, 'm=audio 4000 RTP/AVP 8', 'a=rtcp-mux'))
  assert.equal(hasAttribute(line(offer, 0), 'rtcp-mux'), false)
  const answer = call.answerFromB(describe(1, 'm=audio 5000 RTP/AVP 8'))
  assert.equal(hasAttribute(line(answer, 0), 'rtcp-mux'), true)
  assert.ok(call.a.agreed)
  assert.deepEqual([streamsOf(call.a.agreed)[0]?.rtcpMux, streamsOf(call.a.agreed)[0]?.remote?.rtcpPort], [true, 4000])
})

test('a re-offer to a peer that has RTCP on the RTP port offers that again', () => {
  const call = new TwoParties({ ...PLAIN, rtcpMux: true }, PLAIN)
  call.offerFromA(describe(1, 'm=audio 4000 RTP/AVP 8', 'a=rtcp-mux'))
  call.answerFromB(describe(1, 'm=audio 5000 RTP/AVP 8'))
  assert.equal(hasAttribute(line(call.offerFromB(describe(2, 'm=audio 5000 RTP/AVP 8')), 0), 'rtcp-mux'), true)
})
