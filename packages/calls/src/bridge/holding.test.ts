import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phoneSdp } from '@klinke/testbed'
import { offersHold } from './holding.ts'

const talking = phoneSdp('192.0.2.10', 2, 'sendrecv')
const offers: readonly (readonly [what: string, sdp: string, holds: boolean])[] = [
  ['that sends and listens', talking, false],
  ['that sends only', phoneSdp('192.0.2.10', 2, 'sendonly'), true],
  ['that does neither', phoneSdp('192.0.2.10', 2, 'inactive'), true],
  ['that listens only', talking.replace('a=sendrecv', 'a=recvonly'), false],
  ['with the address of RFC 2543', talking.replace(/c=IN IP4 [\d.]+/g, 'c=IN IP4 0.0.0.0'), true],
  ['without sound', talking.replace('m=audio 40000', 'm=audio 0'), false],
  ['that is no description', 'offer', false],
]
for (const [what, sdp, holds] of offers) {
  test(`an offer ${what} ${holds ? 'holds' : 'does not hold'}`, () => {
    assert.equal(offersHold(sdp), holds)
  })
}
