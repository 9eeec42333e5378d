/** The ladders that sipp walks with Klinke. `caller` runs as an extension that calls, `called` as the one that is called. */
import {
  answerCalls,
  authenticatedInvite,
  expectPrackedAndAnswered,
  expectRequest,
  expectResponse,
  KEEP,
  pause,
  requestInDialog,
  respond,
  respondInDialog,
  respondToKept,
  sameTransaction,
  sdp,
  sippScenario,
  TAGGED,
} from '@klinke/testbed'

const ringing = [expectResponse(180, { optional: true }), expectResponse(183, { optional: true })]
const answered = (contains = 'm=audio'): string => expectResponse(200, { beginsDialog: true, contains })
const hangUp = (cseq: number): readonly string[] => [requestInDialog('BYE', cseq), expectResponse(200)]

/** Rings, answers, waits for the end. */
export const ANSWER = answerCalls({ contains: 'm=audio' })

export const CALL = sippScenario(
  'call',
  authenticatedInvite({ sdp: sdp() }),
  ...ringing,
  answered(),
  requestInDialog('ACK', 2),
  pause(200),
  ...hangUp(3),
)

/** A call of `milliseconds` whose media is at `mediaPort`. */
export function callWithMedia(mediaPort: number, milliseconds: number): string {
  return sippScenario(
    'call with media',
    authenticatedInvite({ sdp: sdp('sendrecv', 1, mediaPort) }),
    ...ringing,
    answered(),
    requestInDialog('ACK', 2),
    pause(milliseconds),
    ...hangUp(3),
  )
}

/** Hold and resume by re-INVITE (RFC 3264 §8.4). */
export const HOLD = sippScenario(
  'hold',
  authenticatedInvite({ sdp: sdp() }),
  ...ringing,
  answered(),
  requestInDialog('ACK', 2),
  requestInDialog('INVITE', 3, { sdp: sdp('sendonly', 2) }),
  expectResponse(100, { optional: true }),
  expectResponse(200, { beginsDialog: true, contains: 'a=recvonly' }),
  requestInDialog('ACK', 3),
  requestInDialog('INVITE', 4, { sdp: sdp('sendrecv', 3) }),
  expectResponse(100, { optional: true }),
  expectResponse(200, { beginsDialog: true, lacks: 'a=(recvonly|sendonly|inactive)' }),
  requestInDialog('ACK', 4),
  ...hangUp(5),
)

/** The party on hold is not asked: it hears music until the other comes back. */
export const HELD = sippScenario(
  'held',
  expectRequest('INVITE'),
  respond('200 OK', { sdp: sdp() }),
  expectRequest('ACK'),
  expectRequest('BYE'),
  respondInDialog('200 OK'),
)

/** CANCEL while it rings: 200 for the CANCEL, 487 for the INVITE (RFC 3261 §9). */
export const CANCEL = sippScenario(
  'cancel',
  authenticatedInvite({ sdp: sdp() }),
  expectResponse(180),
  sameTransaction('CANCEL', 2),
  expectResponse(200),
  expectResponse(487),
  sameTransaction('ACK', 2),
)

export const CANCELLED = sippScenario(
  'cancelled',
  expectRequest('INVITE', { keep: KEEP }),
  respond('180 Ringing'),
  expectRequest('CANCEL'),
  respondInDialog('200 OK'),
  respondToKept('487 Request Terminated'),
  expectRequest('ACK'),
)

/** The CANCEL left before the 200 was read: it has no effect, and the call is ended as the answered call it is (RFC 3261 §9.1, §15). */
export const CANCEL_AFTER_ANSWER = sippScenario(
  'cancel that meets the answer on its way',
  authenticatedInvite({ sdp: sdp() }),
  ...ringing,
  answered('CSeq: 2 INVITE'),
  sameTransaction('CANCEL', 2),
  expectResponse(200, { contains: 'CSeq: 2 CANCEL' }),
  requestInDialog('ACK', 2),
  ...hangUp(3),
)

/** The answer left before the CANCEL was read: it is acknowledged and hung up at once (RFC 3261 §9.1). */
export const ANSWER_AFTER_CANCEL = sippScenario(
  'answer that meets the CANCEL on its way',
  expectRequest('INVITE', { keep: KEEP }),
  respond('180 Ringing'),
  expectRequest('CANCEL'),
  respond('200 OK'),
  respondToKept('200 OK', { sdp: sdp(), to: TAGGED }),
  expectRequest('ACK'),
  expectRequest('BYE'),
  respondInDialog('200 OK'),
)

/** INVITE without SDP: the offer comes in the 200, the answer goes in the ACK (RFC 3261 §13.2.1). */
export const LATE_OFFER = sippScenario(
  'late offer',
  authenticatedInvite({}),
  ...ringing,
  answered(),
  requestInDialog('ACK', 2, { sdp: sdp() }),
  pause(200),
  ...hangUp(3),
)

export const LATE_OFFER_ANSWER = answerCalls({ lacks: 'm=audio' })

/** A caller that demands reliable provisional responses (RFC 3262). */
export const PRACK = sippScenario(
  'PRACK',
  authenticatedInvite({ sdp: sdp(), headers: ['Require: 100rel'] }),
  expectResponse(180, { beginsDialog: true, contains: 'RSeq:', keep: { RSeq: 'rseq' } }),
  requestInDialog('PRACK', 3, { headers: ['RAck:[$rseq] 2 INVITE'] }),
  expectPrackedAndAnswered(50),
  requestInDialog('ACK', 2),
  pause(100),
  ...hangUp(4),
)

/** A called party that rings reliably; the answer waits for the PRACK. */
export const RELIABLE_RINGING = sippScenario(
  'reliable ringing',
  expectRequest('INVITE', { contains: '100rel', keep: KEEP }),
  respond('180 Ringing', { headers: ['Require: 100rel', 'RSeq: 71'] }),
  expectRequest('PRACK', { contains: 'RAck: 71 [0-9]+ INVITE' }),
  respondInDialog('200 OK'),
  respondToKept('200 OK', { sdp: sdp() }),
  expectRequest('ACK'),
  expectRequest('BYE'),
  respondInDialog('200 OK'),
)

/** Session timer (RFC 4028): too short an interval is refused with 422 once the caller is known, a good one is granted and refreshed by UPDATE. */
export const SESSION_TIMER = sippScenario(
  'session timer',
  authenticatedInvite({ sdp: sdp(), headers: ['Supported: timer', 'Session-Expires: 30'] }),
  expectResponse(422, { contains: 'Min-SE: *90' }),
  sameTransaction('ACK', 2),
  authenticatedInvite({ sdp: sdp(), headers: ['Supported: timer', 'Session-Expires: 120;refresher=uac'] }, 3),
  ...ringing,
  answered('Session-Expires: *120;refresher=uac'),
  requestInDialog('ACK', 4),
  requestInDialog('UPDATE', 5, { headers: ['Supported: timer', 'Session-Expires: 120;refresher=uac'] }),
  expectResponse(200, { contains: 'Session-Expires: *120;refresher=uac' }),
  ...hangUp(6),
)
