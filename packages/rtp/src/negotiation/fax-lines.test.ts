import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import { attributeValues } from '../sdp/attributes.ts'
import { newNegotiation } from './endpoint-negotiation.ts'
import { faxCodecsLike } from './fax-lines.ts'
import { LOCAL_CODECS } from './local-codecs.ts'
import { offerLocally } from './local-session.ts'
import { describe, line, mLines, PLAIN, succeeded, TwoParties } from './test-support/two-parties.ts'

const FAX = { ...PLAIN, fax: true }
const [g722, pcma, pcmu, , events] = LOCAL_CODECS
const random = seededRandom(3)

test('a fax machine is offered the G.711 of the caller, without comfort noise or silence suppression', () => {
  const offer = new TwoParties(PLAIN, FAX).offerFromA(
    describe(
      1,
      'm=audio 4000 RTP/AVP 9 96 8 0 13 101',
      'a=rtpmap:96 opus/48000/2',
      'a=fmtp:96 useinbandfec=1',
      'a=rtpmap:101 telephone-event/8000',
      'a=fmtp:101 0-15',
      'a=silenceSupp:on - - - -',
      'a=ptime:20',
    ),
  )
  assert.deepEqual(mLines(offer), ['m=audio 30000 RTP/AVP 8 0 101'])
  assert.deepEqual(attributeValues(line(offer, 0), 'silenceSupp'), ['off - - - -'])
  assert.deepEqual(attributeValues(line(offer, 0), 'rtpmap'), ['101 telephone-event/8000'])
  assert.deepEqual(attributeValues(line(offer, 0), 'ptime'), ['20'])
})

test('a caller with nothing that carries a fax is refused instead of transcoded', () => {
  const call = new TwoParties(PLAIN, FAX)
  assert.throws(() => call.offerFromA(describe(1, 'm=audio 4000 RTP/AVP 9 18')), /nothing-acceptable|no codec offered carries a fax/)
})

test('a fax machine that is offered only T.38 gets it', () => {
  const offer = new TwoParties(PLAIN, FAX).offerFromA(describe(1, 'm=image 4000 udptl t38', 'a=T38FaxVersion:0'))
  assert.deepEqual(mLines(offer), ['m=image 30000 udptl t38'])
})

test('one whose party was answered here is offered the law in use, and nothing when a fax would not survive', () => {
  assert.ok(g722 && pcma && pcmu && events)
  assert.deepEqual(faxCodecsLike([pcmu, events]), [pcmu, events])
  assert.deepEqual(faxCodecsLike([]), [pcma, pcmu, events])
  assert.deepEqual(faxCodecsLike([g722, events]), [])
  const ports = () => ({ rtpPort: 20_000, rtcpPort: 20_001 })
  const fax = newNegotiation(FAX, '203.0.113.1', random)
  const { sdp } = succeeded(offerLocally(fax, ports, random, faxCodecsLike([pcma])))
  assert.deepEqual(mLines(sdp), ['m=audio 20000 RTP/AVP 8 101'])
  assert.deepEqual(attributeValues(line(sdp, 0), 'silenceSupp'), ['off - - - -'])
  const refused = offerLocally(fax, ports, random, faxCodecsLike([g722]))
  assert.equal(refused.ok ? '' : refused.error.kind, 'nothing-acceptable')
})
