import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LegMedia } from '@klinke/calls'
import type { LadderMessage } from '@klinke/sip'
import { CAUSES, type CauseCode } from './causes.ts'
import { diagnose } from './diagnose.ts'
import type { Evidence } from './evidence.ts'

const MEDIA: LegMedia = {
  ...{ packetsReceived: 500, bytesReceived: 86_000, packetsSent: 500, bytesSent: 86_000, packetsLost: 0 },
  ...{ jitterMs: 1, roundTripMs: 20, mos: 4.4, codec: 'PCMA' },
}
const SILENT: LegMedia = { ...MEDIA, packetsReceived: 0, mos: undefined }
const BOTH = { caller: MEDIA, called: MEDIA }
const CALL: Evidence = {
  ...{ cause: 'unreachable', sipStatus: 480, direction: 'internal', emergency: false, callerNumber: '10', calledNumber: '11' },
  ...{
    talkedSeconds: undefined,
    steps: [],
    ladder: [],
    callerCallId: 'a',
    media: { caller: undefined, called: undefined },
    refused: undefined,
  },
}
const TALKED = { cause: 'hung-up-by-caller', sipStatus: undefined, talkedSeconds: 10, media: BOTH } as const

function steps(...names: readonly (readonly [step: string, detail: string])[]): Pick<Evidence, 'steps'> {
  return { steps: names.map(([step, detail], atMs) => ({ atMs, step, detail })) }
}

function rung(change: Partial<LadderMessage>): LadderMessage {
  const base = { atMs: 0, direction: 'received', peer: '203.0.113.9:5060', protocol: 'UDP', sipCallId: 'b', method: 'INVITE' } as const
  return { ...base, ...change }
}

function refused(reason: string, status = 401): Partial<Evidence> {
  return { cause: undefined, refused: { method: 'REGISTER', account: '10-x', source: '192.0.2.1', reason, status, dialled: undefined } }
}

function carrier(cause: Evidence['cause'], status?: number, reason?: string): Partial<Evidence> {
  const answer = rung({ ...(status !== undefined && { status }), phrase: 'No', ...(reason !== undefined && { reason }) })
  return { cause, sipStatus: 500, ...steps(['carrier-selected', 'Nordnetz']), ladder: status === undefined ? [] : [answer] }
}

/** Each cause at least once; what is provoked on the wire too is in tests/explain*.integration.test.ts. */
const ROWS: readonly (readonly [code: CauseCode, evidence: Partial<Evidence>, inWords?: string])[] = [
  ['wrong-password', refused('wrong-password'), '192.0.2.1'],
  ['unknown-account', refused('unknown-account'), '10-x'],
  ['registers-for-another', refused('registers-for-somebody-else', 403)],
  ['registration-refused', refused('registration-refused', 403), '403'],
  ['not-taken', refused('congestion', 503), '503'],
  ['too-many-hops', refused('unreachable', 483)],
  ['request-refused', refused('not-found', 481), 'not-found'],
  ['in-progress', { cause: undefined }],
  ['talked', TALKED],
  ['talked', { ...TALKED, media: { caller: MEDIA, called: undefined } }],
  ['talked', { ...TALKED, talkedSeconds: 1, media: { caller: SILENT, called: SILENT } }],
  ['emergency-call', { ...TALKED, emergency: true }],
  ['emergency-failed', { cause: 'unreachable', emergency: true, calledNumber: '112' }, '112'],
  ['transferred', { ...TALKED, ...steps(['transfer', '11 sends 10 to 12']) }, '11 sends 10 to 12'],
  ['forwarded', { ...TALKED, ...steps(['forwarded', '11 always → 12']) }, '12'],
  ['forwarded-after-no-answer', { ...TALKED, ...steps(['forwarded', '11 no-answer → 12']) }, '12'],
  ['answered-elsewhere', { ...TALKED, ladder: [rung({ direction: 'sent', method: 'CANCEL', reason: 'SIP;cause=200;text="x"' })] }],
  ['restart', { cause: 'restart', talkedSeconds: 3 }],
  ['preempted', { cause: 'preempted', talkedSeconds: 3 }],
  ['channels-in-use', { cause: 'congestion', sipStatus: 486, ...steps(['channels-in-use', 'customer Acme: 10 both']) }],
  ['call-rate', { cause: 'congestion', sipStatus: 503, ...steps(['call-rate', '0.5 a second, again in 3 s']) }],
  ['guard-limit', { cause: 'cost-limit', talkedSeconds: 3, ...steps(['guard-limit', 'minutesPerDay 60']) }],
  ['no-credit', { cause: 'credit-used-up', talkedSeconds: 3, ...steps(['prepaid-credit', 'used up']) }],
  ['no-credit', { cause: 'forbidden', sipStatus: 403, ...steps(['prepaid-credit', 'too little']) }],
  ['guard-limit', { cause: 'forbidden', sipStatus: 403, ...steps(['guard-international', '2']) }],
  ['guard-country', { cause: 'forbidden', sipStatus: 403, ...steps(['guard-country', 'AT']) }],
  ['guard-lock', { cause: 'forbidden', sipStatus: 403, ...steps(['guard-lock', 'out security']) }],
  ['guard-agent', { cause: 'forbidden', sipStatus: 403, ...steps(['guard-agent', 'scanner']) }, 'scanner'],
  ['drained', { cause: 'drained', talkedSeconds: 3 }],
  ['duration-limit', { cause: 'duration-limit', talkedSeconds: 3_600 }],
  ['session-expired', { cause: 'session-expired', talkedSeconds: 3_600 }],
  ['internal-error', { cause: 'error' }],
  ['media-engine-lost', { cause: 'error', ...steps(['media-lost', 'caller']) }],
  [
    'media-unprotected',
    { cause: 'media-unprotected', ...steps(['media-unprotected', 'caller: fingerprint-mismatch']) },
    'fingerprint-mismatch',
  ],
  ['media-inactivity', { ...TALKED, cause: 'media-inactivity', ...steps(['media-inactivity', 'caller silent for 10 s']) }, '10 s'],
  ['codec-mismatch', { cause: 'incompatible', sipStatus: 488 }],
  ['codec-mismatch', { cause: 'incompatible', ladder: [rung({ direction: 'sent', sdp: 'm=audio 1 RTP/SAVP 8\r\n' })] }],
  ['srtp-mismatch', { cause: 'incompatible', ladder: [rung({ sipCallId: 'a', sdp: 'v=0\r\nm=audio 1 RTP/SAVP 8\r\n' })] }],
  ['no-audio', { ...TALKED, media: { caller: SILENT, called: SILENT } }],
  ['one-way-audio-from-caller', { ...TALKED, media: { caller: SILENT, called: MEDIA } }],
  ['one-way-audio-from-called', { ...TALKED, media: { caller: MEDIA, called: SILENT } }],
  [
    'nat-private-address',
    { ...TALKED, media: { caller: SILENT, called: MEDIA }, ladder: [rung({ sipCallId: 'a', sdp: 'c=IN IP4 192.168.7.7\r\n' })] },
    '192.168.7.7',
  ],
  ['high-loss', { ...TALKED, media: { ...BOTH, called: { ...MEDIA, packetsLost: 50 } } }, '9.1'],
  ['high-jitter', { ...TALKED, media: { ...BOTH, caller: { ...MEDIA, jitterMs: 61 } } }, '61'],
  ['high-delay', { ...TALKED, media: { ...BOTH, caller: { ...MEDIA, roundTripMs: 620 } } }, '620'],
  ['caller-cancelled', { cause: 'cancelled', sipStatus: 487, ...steps(['not-registered', '11']) }],
  ['goes-round', { sipStatus: 482, ...steps(['goes-round', '+4922155501']) }, '+4922155501'],
  ['goes-round', steps(['not-forwarded', '13 always: back to an extension that has forwarded it'], ['not-registered', '13'])],
  ['device-offline', steps(['not-forwarded', '13 always: the target has not agreed'], ['not-registered', '13'])],
  ['too-many-hops', { sipStatus: 483 }],
  ['call-limit', { cause: 'busy', ...steps(['too-many-calls', '10']) }],
  ['do-not-disturb', { cause: 'busy', ...steps(['do-not-disturb', '11']) }],
  ['outside-ring-times', { cause: 'busy', ...steps(['ring-block', '11']) }],
  ['no-call-waiting', { cause: 'busy', ...steps(['no-call-waiting', '11']) }],
  ['rejected-caller', { cause: 'declined', ...steps(['rejected-caller', '+4930123']) }, '+4930123'],
  ['anonymous-rejected', { cause: 'declined', ...steps(['anonymous-caller', 'anonymous']) }],
  ['device-offline', steps(['not-registered', '11'])],
  ['device-offline', steps(['do-not-disturb', '11'], ['forwarded', '11 busy → 12'], ['not-registered', '12'], ['announced', 'x']), '12'],
  ['device-silent', steps(['not-registered', '12'], ['ring-extension', '11 on 1 device'], ['branch-failed', '11: unreachable'])],
  ['device-silent', steps(['ring-extension', '11 on 1 device'])],
  ['number-unassigned', { cause: 'not-found', ...steps(['number-unassigned', '+4922155509']) }, '+4922155509'],
  ['not-a-number', { cause: 'not-found', ...steps(['not-a-number', 'too short']) }, 'too short'],
  ['unknown-feature-code', { cause: 'not-found', ...steps(['unknown-feature-code', '*98']) }, '*98'],
  ['destination-gone', { cause: 'not-found', ...steps(['destination-gone', 'queue x']) }],
  ['logged-off-phone', { cause: 'forbidden', ...steps(['logged-off', '20']) }, '20'],
  ['pin-wrong', { cause: 'forbidden', ...steps(['wrong-pin', '10'], ['turned-away', 'goodbye']) }],
  ['pin-wrong', { ...TALKED, ...steps(['conference-refused', 'pin-wrong']) }],
  ['queue-full', { cause: 'busy', ...steps(['queue-full', 'busy']) }],
  ['queue-no-agent', steps(['queue-no-agent', 'unreachable'])],
  ['queue-all-busy', { cause: 'busy', ...steps(['queue-all-busy', 'busy']) }],
  ['queue-closed', { cause: 'declined', ...steps(['queue-closed', 'declined']) }],
  ['queue-gave-up', { cause: 'no-answer', ...steps(['ring-agents', '11 for 5 s'], ['queue-max-wait', 'no-answer']) }],
  ['no-carrier', { sipStatus: 500, ...steps(['no-carrier', '+4930123']) }],
  [
    'barred',
    { cause: 'forbidden', calledNumber: '+4990012345', ...steps(['external', '+4990012345'], ['barred', '+4990012345: barred-range']) },
    '+4990012345',
  ],
  ['number-not-allowed', { cause: 'forbidden', ...steps(['identity-refused', '+4930123']) }, '+4930123'],
  ['caller-forbidden', { cause: 'forbidden', ...steps(['caller-forbidden', '110']) }, '110'],
  ['spam-rejected', { cause: 'declined', ...steps(['spam-rejected', '+4930123: 95']) }, '+4930123: 95'],
  ['no-outgoing-number', { cause: 'forbidden', ...steps(['no-outgoing-number', 'x']) }],
  ['carrier-down', carrier('unreachable'), 'Nordnetz'],
  ['carrier-down', carrier('unreachable', 408)],
  ['carrier-refused', carrier('forbidden', 403, 'Q.850;cause=21'), 'Q.850;cause=21'],
  ['carrier-refused', carrier('forbidden')],
  ['carrier-no-channel', carrier('congestion', 503)],
  ['carrier-no-channel', carrier('congestion')],
  ['carrier-number-unknown', carrier('not-found', 404)],
  ['carrier-credentials', carrier('forbidden', 401)],
  ['busy', carrier('busy', 486)],
  [
    'dns-failure',
    { ...carrier('unreachable'), ...steps(['carrier-selected', 'Nordnetz'], ['way-failed', 'the destination has no address']) },
    'Nordnetz',
  ],
  [
    'tls-failure',
    { ...carrier('unreachable'), ...steps(['way-failed', 'No TLS connection to 192.0.2.1 port 5061: self-signed certificate.']) },
  ],
  ['connection-failed', { ...carrier('unreachable'), ...steps(['way-failed', 'No TCP connection to 192.0.2.1 port 5060: refused.']) }],
  ['busy', { cause: 'busy' }],
  ['no-answer', { cause: 'no-answer' }],
  ['declined', { cause: 'declined' }],
  ['number-unknown', { cause: 'not-found' }],
  ['forbidden', { cause: 'forbidden' }],
  ['congestion', { cause: 'congestion' }],
  ['unreachable', {}, '480'],
]

for (const [code, evidence, inWords = ''] of ROWS) {
  test(`${code}${inWords === '' ? '' : `, with ${inWords} in its words`}`, () => {
    const diagnosis = diagnose({ ...CALL, ...evidence })
    assert.equal(diagnosis.code, code)
    for (const words of Object.values(diagnosis.sentence)) {
      assert.ok(words.includes(inWords), words)
      assert.doesNotMatch(words, /\?|\{/)
      assert.match(words, /\.$/)
    }
  })
}

test('every cause is provoked here, and every one says in both languages what to do unless nothing is to be done', () => {
  const provoked = new Set<string>(ROWS.map(([code]) => code))
  assert.deepEqual(
    Object.keys(CAUSES).filter((code) => !provoked.has(code)),
    [],
  )
  assert.ok(Object.keys(CAUSES).length >= 25)
  for (const [code, { severity, de, en }] of Object.entries(CAUSES)) {
    assert.ok(de.cause.length > 0 && en.cause.length > 0, code)
    assert.equal(de.remedy.length > 0, en.remedy.length > 0, code)
    assert.ok(severity !== 'problem' || de.remedy.length > 0, code)
  }
})
