import assert from 'node:assert/strict'
import { test } from 'node:test'
import { directionOf } from '../sdp/direction.ts'
import { rejectOffer } from './endpoint-negotiation.ts'
import { offerLocally } from './local-session.ts'
import { relayOffer } from './relay-offer.ts'
import { streamsOf } from './streams.ts'
import { describe, G711_ANSWER, G711_OFFER, line, mLines, read, succeeded, TwoParties, version } from './test-support/two-parties.ts'

function talking(): TwoParties {
  const call = new TwoParties()
  call.offerFromA(G711_OFFER)
  call.answerFromB(G711_ANSWER)
  return call
}

function direction(sdp: string): string {
  return directionOf(read(sdp), line(sdp, 0))
}

test('the session id stays and the version grows only when something changed', () => {
  const call = new TwoParties()
  const first = call.offerFromA(G711_OFFER)
  call.answerFromB(G711_ANSWER)
  const same = call.offerFromA(G711_OFFER)
  call.answerFromB(G711_ANSWER)
  const other = call.offerFromA(G711_OFFER.replace('sendrecv', 'sendonly'))
  assert.equal(same, first)
  assert.deepEqual([version(first), version(same), version(other)], [1, 1, 2])
  assert.equal(read(other).origin.sessionId, read(first).origin.sessionId)
})

for (const [name, offered, answered, toB, toA] of [
  ['sendonly', ['a=sendonly'], ['a=recvonly'], 'sendonly', 'recvonly'],
  ['inactive', ['a=inactive'], ['a=inactive'], 'inactive', 'inactive'],
  ['recvonly', ['a=recvonly'], ['a=sendonly'], 'recvonly', 'sendonly'],
  ['the old 0.0.0.0', ['c=IN IP4 0.0.0.0'], ['a=recvonly'], 'sendonly', 'recvonly'],
  ['0.0.0.0 and inactive', ['c=IN IP4 0.0.0.0', 'a=inactive'], ['a=inactive'], 'inactive', 'inactive'],
  ['sendonly, answered by an old phone with sendrecv', ['a=sendonly'], [], 'sendonly', 'recvonly'],
  ['sendonly, answered with 0.0.0.0', ['a=sendonly'], ['c=IN IP4 0.0.0.0'], 'sendonly', 'inactive'],
] as const) {
  test(`hold by ${name} passes to the other side and back, and resume ends it`, () => {
    const call = talking()
    assert.equal(direction(call.offerFromA(describe(2, 'm=audio 4000 RTP/AVP 8', ...offered))), toB)
    assert.equal(direction(call.answerFromB(describe(2, 'm=audio 5000 RTP/AVP 8', ...answered))), toA)
    assert.equal(direction(call.offerFromA(G711_OFFER)), 'sendrecv')
    assert.equal(direction(call.answerFromB(G711_ANSWER)), 'sendrecv')
  })
}

test('while a peer holds by 0.0.0.0 there is nowhere to send and nothing to send', () => {
  const call = talking()
  call.offerFromA(describe(2, 'c=IN IP4 0.0.0.0', 'm=audio 4000 RTP/AVP 8').replace('c=IN IP4 192.0.2.10\r\n', ''))
  call.answerFromB(G711_ANSWER)
  assert.ok(call.a.agreed)
  const [stream] = streamsOf(call.a.agreed)
  assert.deepEqual([stream?.remote, stream?.direction], [undefined, 'recvonly'])
})

test('the other party may renegotiate the codec', () => {
  const call = talking()
  assert.deepEqual(mLines(call.offerFromB(describe(2, 'm=audio 5000 RTP/AVP 9 8'))), ['m=audio 20000 RTP/AVP 9 8'])
  assert.deepEqual(mLines(call.answerFromA(describe(2, 'm=audio 4000 RTP/AVP 9'))), ['m=audio 30000 RTP/AVP 9'])
  assert.ok(call.b.agreed)
  assert.equal(streamsOf(call.b.agreed)[0]?.sendCodecs[0]?.name, 'G722')
})

test('a refused offer leaves what was agreed, and the next one has a new version', () => {
  const call = talking()
  const agreed = [call.a.agreed, call.b.agreed]
  const refused = call.offerFromA(describe(2, 'm=audio 4000 RTP/AVP 18'))
  call.a = rejectOffer(call.a)
  call.b = rejectOffer(call.b)
  assert.deepEqual([call.a.agreed, call.b.agreed], agreed)
  assert.deepEqual([call.a.phase, call.b.phase], ['stable', 'stable'])
  assert.equal(version(call.offerFromA(G711_OFFER)), version(refused) + 1)
})

test('a line stays in its place when it is switched off and on again', () => {
  const call = new TwoParties()
  call.offerFromA(describe(1, 'm=audio 4000 RTP/AVP 8', 'm=video 4002 RTP/AVP 34'))
  call.answerFromB(describe(1, 'm=audio 5000 RTP/AVP 8', 'm=video 5002 RTP/AVP 34'))
  assert.deepEqual(mLines(call.offerFromA(describe(2, 'm=audio 4000 RTP/AVP 8', 'm=video 0 RTP/AVP 34'))), [
    'm=audio 30000 RTP/AVP 8',
    'm=video 0 RTP/AVP 34',
  ])
  call.answerFromB(describe(2, 'm=audio 5000 RTP/AVP 8', 'm=video 0 RTP/AVP 34'))
  assert.deepEqual(mLines(call.offerFromB(describe(3, 'm=audio 5000 RTP/AVP 8', 'm=video 5002 RTP/AVP 34'))), [
    'm=audio 20000 RTP/AVP 8',
    'm=video 20002 RTP/AVP 34',
  ])
})

test('an offer to a party with more lines refuses those the other does not have', () => {
  const call = new TwoParties()
  call.offerFromA(describe(1, 'm=application 9 TCP/BFCP *', 'm=audio 4000 RTP/AVP 8', 'm=video 4002 RTP/AVP 34'))
  call.answerFromB(describe(1, 'm=audio 5000 RTP/AVP 8', 'm=video 5002 RTP/AVP 34'))
  const third = new TwoParties()
  const transferred = succeeded(relayOffer(third.b, call.a, G711_OFFER, call.aPorts, call.random))
  assert.deepEqual(mLines(transferred.sdp), ['m=application 0 TCP/BFCP *', 'm=audio 20002 RTP/AVP 8 0 101', 'm=video 0 RTP/AVP 34'])
})

test('an offer of our own to a party in a call keeps its lines and refuses video', () => {
  const call = new TwoParties()
  call.offerFromA(describe(1, 'm=video 4002 RTP/AVP 34', 'm=audio 4000 RTP/AVP 8'))
  call.answerFromB(describe(1, 'm=video 5002 RTP/AVP 34', 'm=audio 5000 RTP/AVP 8'))
  const own = succeeded(offerLocally(call.a, call.aPorts, call.random))
  assert.deepEqual(mLines(own.sdp), ['m=video 0 RTP/AVP 34', 'm=audio 20002 RTP/AVP 9 8 0 96 101 97'])
})
