import {
  answerCalls,
  CALLED,
  expectResponse,
  label,
  newRequest,
  requestInDialog,
  sameTransaction,
  sdp,
  sippScenario,
} from '@klinke/testbed'

const AUTHENTICATED = { headers: ['[authentication]'] }

/** One whole call without a pause. With or without a challenge, so that the same scenario measures all. */
export const CALLER = sippScenario(
  'caller',
  newRequest('INVITE', CALLED, 1, { sdp: sdp() }),
  expectResponse(100, { optional: true }),
  expectResponse(180, { optional: true }),
  expectResponse(401, { optional: true, challenge: true, next: 1 }),
  expectResponse(407, { optional: true, challenge: true, next: 1 }),
  expectResponse(200, { beginsDialog: true, next: 2 }),
  label(1),
  sameTransaction('ACK', 1),
  newRequest('INVITE', CALLED, 2, { ...AUTHENTICATED, sdp: sdp() }),
  expectResponse(100, { optional: true }),
  expectResponse(180, { optional: true }),
  expectResponse(200, { beginsDialog: true }),
  label(2),
  requestInDialog('ACK', 2),
  '<pause/>',
  requestInDialog('BYE', 3),
  expectResponse(200),
)

export const CALLED_PARTY = answerCalls()

/** A registration with challenge: `[field0]` is the user, `[field1]` its `[authentication …]`, `[field2]` its device. */
export const REGISTRATION = sippScenario(
  'registration',
  registration(1),
  expectResponse(401, { challenge: true }),
  registration(2, '[field1]'),
  expectResponse(200),
)

function registration(cseq: number, ...headers: readonly string[]): string {
  const lines = [
    'REGISTER sip:[domain] SIP/2.0',
    'Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport',
    'From: <sip:[field0]@[domain]>;tag=[pid]s[call_number]',
    'To: <sip:[field0]@[domain]>',
    'Call-ID: [call_id]',
    `CSeq: ${cseq} REGISTER`,
    'Max-Forwards: 70',
    'Contact: <sip:[field2]@[local_ip]:[local_port]>',
    'Expires: 3600',
    ...headers,
    'Content-Length: 0',
  ]
  return `<send retrans="500"><![CDATA[\n${lines.join('\n')}\n\n]]></send>`
}
