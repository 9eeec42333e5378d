import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import { attributeValues } from '../sdp/attributes.ts'
import { acceptAnswer } from './accept-answer.ts'
import { newNegotiation } from './endpoint-negotiation.ts'
import { codecsLike, LOCAL_CODECS } from './local-codecs.ts'
import { answerLocally, offerLocally } from './local-session.ts'
import { payloadMap } from './payload-map.ts'
import { type NegotiatedStream, streamsOf } from './streams.ts'
import { describe, G711_OFFER, line, mLines, PLAIN, succeeded, TwoParties, version } from './test-support/two-parties.ts'

const random = seededRandom(9)
const fresh = newNegotiation(PLAIN, '203.0.113.1', random)
const ports = (index: number) => ({ rtpPort: 20_000 + 10 * index, rtcpPort: 20_005 + 10 * index })

test('an answer of our own takes the first codec we speak and telephone events, under the offered numbers', () => {
  const offer = describe(
    1,
    'm=audio 4000 RTP/AVP 96 0 8 13 97',
    'a=rtpmap:96 EVS/16000',
    'a=rtpmap:97 telephone-event/8000',
    'a=fmtp:97 0-15',
    'a=sendonly',
    'm=video 4002 RTP/AVP 34',
  )
  const { sdp, endpoint } = succeeded(answerLocally(fresh, offer, ports, random))
  assert.deepEqual(mLines(sdp), ['m=audio 20000 RTP/AVP 0 97', 'm=video 0 RTP/AVP 34'])
  assert.deepEqual(
    line(sdp, 0).attributes.map(({ name, value }) => `${name}:${value}`),
    ['rtpmap:0 PCMU/8000', 'rtpmap:97 telephone-event/8000', 'fmtp:97 0-16', 'ptime:20', 'rtcp:20005', 'recvonly:undefined'],
  )
  assert.ok(endpoint.agreed)
  assert.equal(streamsOf(endpoint.agreed)[0]?.direction, 'recvonly')
})

test('an offer without a codec we speak is refused', () => {
  const result = answerLocally(fresh, describe(1, 'm=audio 4000 RTP/AVP 18'), ports, random)
  assert.equal(result.ok ? '' : result.error.kind, 'nothing-acceptable')
})

test('an offer of our own is completed by the answer, also when it comes twice', () => {
  const offered = succeeded(offerLocally(fresh, ports, random))
  assert.deepEqual(mLines(offered.sdp), ['m=audio 20000 RTP/AVP 9 8 0 96 101 97'])
  const answer = describe(1, 'm=audio 5000 RTP/AVP 0 101', 'a=rtpmap:101 telephone-event/8000')
  const once = succeeded(acceptAnswer(offered.endpoint, answer))
  const twice = succeeded(acceptAnswer(once, answer))
  assert.deepEqual(twice, once)
  assert.ok(once.agreed)
  assert.deepEqual(
    streamsOf(once.agreed).map(({ sendCodecs }) => sendCodecs.map(({ name }) => name)),
    [['PCMU', 'telephone-event']],
  )
  assert.equal(version(succeeded(offerLocally(once, ports, random)).sdp), 1)
})

test('an answer nobody waits for is refused', () => {
  const result = acceptAnswer(fresh, G711_OFFER)
  assert.equal(result.ok ? '' : result.error.kind, 'no-offer')
})

function answeredWith(...media: string[]): NegotiatedStream {
  const { endpoint } = succeeded(answerLocally(fresh, describe(1, ...media), ports, random))
  assert.ok(endpoint.agreed)
  const [stream] = streamsOf(endpoint.agreed)
  assert.ok(stream)
  return stream
}

test('two legs negotiated apart with the same numbers pass packets untouched', () => {
  const media = ['m=audio 4000 RTP/AVP 8 101', 'a=rtpmap:101 telephone-event/8000']
  assert.deepEqual(payloadMap(answeredWith(...media), answeredWith(...media)), { kind: 'untouched' })
})

test('two legs negotiated apart get their event numbers and their law mapped', () => {
  const alaw = answeredWith('m=audio 4000 RTP/AVP 8 101', 'a=rtpmap:101 telephone-event/8000')
  const ulaw = answeredWith('m=audio 4000 RTP/AVP 0 96', 'a=rtpmap:96 telephone-event/8000')
  const map = payloadMap(alaw, ulaw)
  assert.ok(map.kind === 'mapped')
  assert.deepEqual(map.rules[101], { payloadType: 96, transcodeFrom: undefined })
  assert.deepEqual(map.rules[8], { payloadType: 0, transcodeFrom: 'A' })
  assert.equal(map.rules[18], undefined)
})

test("two legs without a common codec cannot pass each other's packets", () => {
  const g722 = [{ payloadType: 9, name: 'G722', clockRateHz: 8000, channels: 1, parameters: undefined }]
  const offer = describe(1, 'm=audio 4000 RTP/AVP 9')
  const { endpoint } = succeeded(answerLocally(fresh, offer, ports, random, g722))
  assert.ok(endpoint.agreed)
  const [stream] = streamsOf(endpoint.agreed)
  assert.ok(stream)
  assert.deepEqual(payloadMap(stream, answeredWith('m=audio 4000 RTP/AVP 8')), {
    kind: 'incompatible',
    rules: new Array(128).fill(undefined),
  })
  assert.deepEqual(attributeValues(line(offer, 0), 'rtpmap'), [])
})

test('a hold of a call that others speak is answered with the codec in use, and its video stays', () => {
  const call = new TwoParties()
  const media = ['m=audio 4000 RTP/AVP 18 8', 'm=video 4002 RTP/AVP 34']
  call.offerFromA(describe(1, ...media))
  call.answerFromB(describe(1, 'm=audio 5000 RTP/AVP 18', 'm=video 5002 RTP/AVP 34'))
  const hold = describe(2, 'm=audio 4000 RTP/AVP 8 18', 'a=sendonly', 'm=video 4002 RTP/AVP 34', 'a=inactive', 'm=text 4004 RTP/AVP 98')
  const { sdp } = succeeded(answerLocally(call.a, hold, ports, random))
  assert.deepEqual(mLines(sdp), ['m=audio 20000 RTP/AVP 18', 'm=video 20010 RTP/AVP 34', 'm=text 0 RTP/AVP 98'])
  assert.ok(line(sdp, 0).attributes.some(({ name }) => name === 'recvonly'))
  assert.ok(line(sdp, 1).attributes.some(({ name }) => name === 'inactive'))
})

test('with a peer whose codecs are set, our order counts, and nothing else is spoken', () => {
  const carrier = newNegotiation({ ...PLAIN, codecs: ['PCMA', 'pcmu'] }, '203.0.113.1', random)
  const offer = describe(1, 'm=audio 4000 RTP/AVP 9 0 8 101', 'a=rtpmap:101 telephone-event/8000')
  assert.deepEqual(mLines(succeeded(answerLocally(carrier, offer, ports, random)).sdp), ['m=audio 20000 RTP/AVP 8 101'])
  assert.deepEqual(mLines(succeeded(offerLocally(carrier, ports, random)).sdp), ['m=audio 20000 RTP/AVP 8 0 101'])
  const result = answerLocally(carrier, describe(1, 'm=audio 4000 RTP/AVP 9'), ports, random)
  assert.equal(result.ok ? '' : result.error.kind, 'nothing-acceptable')
})

test('an offer for who will talk to another party begins with the codecs of that party', () => {
  const g729 = { payloadType: 18, name: 'G729', clockRateHz: 8000, channels: 1, parameters: 'annexb=no' }
  const dynamic = { payloadType: 101, name: 'iLBC', clockRateHz: 8000, channels: 1, parameters: undefined }
  const [g722, pcma, pcmu, opus, events, opusEvents] = LOCAL_CODECS
  assert.ok(g722 && pcma && pcmu && opus && events && opusEvents)
  assert.deepEqual(codecsLike([], LOCAL_CODECS), LOCAL_CODECS)
  assert.deepEqual(codecsLike([pcmu, g729], LOCAL_CODECS), [pcmu, g729, g722, pcma, opus, events, opusEvents])
  assert.deepEqual(codecsLike([dynamic], LOCAL_CODECS), [dynamic, { ...events, payloadType: 96 }, opusEvents])
})

test('telephone events of another clock rate than the voice are not answered', () => {
  const spoken = [8000, 48_000].map((clockRateHz) => ({
    payloadType: 101,
    name: 'telephone-event',
    clockRateHz,
    channels: 1,
    parameters: '0-16',
  }))
  const pcma = { payloadType: 8, name: 'PCMA', clockRateHz: 8000, channels: 1, parameters: undefined }
  const offer = describe(1, 'm=audio 4000 RTP/AVP 8 110 101', 'a=rtpmap:110 telephone-event/48000', 'a=rtpmap:101 telephone-event/8000')
  const { sdp } = succeeded(answerLocally(fresh, offer, ports, random, [pcma, ...spoken]))
  assert.deepEqual(line(sdp, 0).formats, ['8', '101'])
})

test('a phone that sends events under its own number instead of ours is understood', () => {
  const offered = succeeded(offerLocally(fresh, ports, random))
  const answer = describe(1, 'm=audio 5000 RTP/AVP 8 96', 'a=rtpmap:96 telephone-event/8000')
  const { agreed } = succeeded(acceptAnswer(offered.endpoint, answer))
  assert.ok(agreed)
  const [careless] = streamsOf(agreed)
  assert.ok(careless)
  const map = payloadMap(careless, answeredWith('m=audio 4000 RTP/AVP 0 97', 'a=rtpmap:97 telephone-event/8000'))
  assert.ok(map.kind === 'mapped')
  assert.deepEqual([map.rules[101]?.payloadType, map.rules[96]?.payloadType], [97, 97])
})
