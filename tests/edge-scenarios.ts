/** Ladders for sipp that few phones walk: texts, bodies of several parts, offers before the answer, answers that never come. */
import {
  answerCalls,
  authenticatedInvite,
  CALLED,
  expectRequest,
  expectResponse,
  KEEP,
  newRequest,
  pause,
  requestInDialog,
  respond,
  respondInDialog,
  respondToKept,
  sdp,
  sippScenario,
} from '@klinke/testbed'

const ringing = [expectResponse(180, { optional: true }), expectResponse(183, { optional: true })]
const hangUp = (cseq: number): readonly string[] => [requestInDialog('BYE', cseq), expectResponse(200)]

const TEXT = { type: 'text/plain;charset=utf-8', text: 'Komme später, 5 € dabei' }

/** A text to another extension (RFC 3428). */
export const WRITE = sippScenario(
  'write',
  newRequest('MESSAGE', CALLED, 1, { body: TEXT }),
  expectResponse(401, { challenge: true }),
  newRequest('MESSAGE', CALLED, 2, { body: TEXT, headers: ['[authentication]'] }),
  expectResponse(200),
)

export const READ = sippScenario(
  'read',
  expectRequest('MESSAGE', { contains: 'text/plain;charset=utf-8.*Komme später, 5 € dabei' }),
  respond('200 OK'),
)

const POSITION = `--here
Content-Type: application/sdp

${sdp()}
--here
Content-Type: application/pidf+xml
Content-ID: &lt;me@phone&gt;

&lt;presence&gt;50.94 6.96&lt;/presence&gt;
--here--
`
const UNESCAPED = POSITION.replaceAll('&lt;', '<').replaceAll('&gt;', '>')

/** A call with the caller's position beside the offer (RFC 6442). */
export const CALL_WITH_POSITION = sippScenario(
  'call with position',
  authenticatedInvite({ body: { type: 'multipart/mixed;boundary=here', text: UNESCAPED }, headers: ['Geolocation: <cid:me@phone>'] }),
  ...ringing,
  expectResponse(200, { beginsDialog: true, contains: 'm=audio' }),
  requestInDialog('ACK', 2),
  pause(200),
  ...hangUp(3),
)

export const ANSWER_POSITION = answerCalls({ contains: 'Geolocation: .cid:me@phone.*m=audio.*Content-ID: .me@phone.*50.94 6.96' })

/** Keys by INFO, from both sides. */
export const PRESS_KEYS = sippScenario(
  'press keys',
  authenticatedInvite({ sdp: sdp() }),
  ...ringing,
  expectResponse(200, { beginsDialog: true }),
  requestInDialog('ACK', 2),
  requestInDialog('INFO', 3, { body: { type: 'application/dtmf-relay', text: 'Signal=5\nDuration=160\n' } }),
  expectResponse(200),
  ...hangUp(4),
)

export const TAKE_KEYS = sippScenario(
  'take keys',
  expectRequest('INVITE'),
  respond('200 OK', { sdp: sdp() }),
  expectRequest('ACK'),
  expectRequest('INFO', { contains: 'application/dtmf-relay.*Signal=5' }),
  respondInDialog('200 OK'),
  expectRequest('BYE'),
  respondInDialog('200 OK'),
)

/** A caller that takes another offer while it rings (RFC 3311), after a reliable answer to its own. */
export const CHANGED_BEFORE_ANSWER = sippScenario(
  'changed before the answer',
  authenticatedInvite({ sdp: sdp(), headers: ['Supported: 100rel', 'Allow: INVITE, ACK, CANCEL, BYE, PRACK, UPDATE'] }),
  expectResponse(183, { beginsDialog: true, contains: 'm=audio', keep: { RSeq: 'rseq' } }),
  requestInDialog('PRACK', 3, { headers: ['RAck:[$rseq] 2 INVITE'] }),
  expectResponse(200),
  expectRequest('UPDATE', { contains: 'm=audio' }),
  respondInDialog('200 OK', { sdp: sdp('sendrecv', 2) }),
  expectResponse(200, { beginsDialog: true, lacks: 'm=audio' }),
  requestInDialog('ACK', 2),
  pause(200),
  ...hangUp(4),
)

/** A called party that answers reliably while it rings, then offers something else, as carriers do when a call is forwarded. */
export const CHANGES_BEFORE_ANSWER = sippScenario(
  'changes before the answer',
  expectRequest('INVITE', { contains: 'm=audio', beginsDialog: true, keep: { ...KEEP, From: 'caller' } }),
  respond('183 Session Progress', {
    sdp: sdp(),
    headers: ['Require: 100rel', 'RSeq: 71', 'Allow: INVITE, ACK, CANCEL, BYE, PRACK, UPDATE'],
  }),
  expectRequest('PRACK'),
  respondInDialog('200 OK'),
  `<send retrans="500"><![CDATA[
UPDATE [next_url] SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
From: <sip:[user]@[domain]>;tag=[pid]x[call_number]
To:[$caller]
Call-ID: [call_id]
CSeq: 1 UPDATE
Max-Forwards: 70
Contact: <sip:[user]@[local_ip]:[local_port];transport=[transport]>
Content-Type: application/sdp
Content-Length: [len]

${sdp('sendrecv', 2)}]]></send>`,
  expectResponse(200, { contains: 'm=audio' }),
  respondToKept('200 OK', { to: 'To: <sip:[user]@[domain]>;tag=[pid]x[call_number]' }),
  expectRequest('ACK'),
  expectRequest('BYE'),
  respondInDialog('200 OK'),
)

/** A late offer that the caller acknowledges without an answer. */
export const NO_ANSWER_IN_ACK = sippScenario(
  'no answer in the ACK',
  authenticatedInvite({}),
  ...ringing,
  expectResponse(200, { beginsDialog: true, contains: 'm=audio' }),
  requestInDialog('ACK', 2),
  expectRequest('BYE', { contains: 'Reason: Q.850;cause=127' }),
  respondInDialog('200 OK'),
)

export const LEFT_WITHOUT_ANSWER = sippScenario(
  'left without an answer',
  expectRequest('INVITE', { lacks: 'm=audio' }),
  respond('200 OK', { sdp: sdp() }),
  expectRequest('ACK', { lacks: 'm=audio' }),
  expectRequest('BYE'),
  respondInDialog('200 OK'),
)

/** An INVITE that is too large for UDP on its way to a phone that takes nothing else. */
export const LONG_CALL = sippScenario(
  'long INVITE',
  authenticatedInvite({ sdp: sdp(), headers: [`Subject: ${'important '.repeat(120)}`] }),
  ...ringing,
  expectResponse(200, { beginsDialog: true }),
  requestInDialog('ACK', 2),
  pause(100),
  ...hangUp(3),
)

export const ANSWER_LONG = answerCalls({ contains: 'SIP/2.0/UDP.*important important' })
