import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildRequest } from '../message/build-request.ts'
import type { SipRequest } from '../message/message.ts'
import { sdpOf } from '../user-agent/body.ts'
import { sessionBodyFault, sessionBodyOf } from './session-body.ts'

const SDP = 'Content-Type: application/sdp\r\n\r\nv=0'
const LOCATION = 'Content-Type: application/pidf+xml\r\nContent-ID: <me@x>\r\n\r\n<presence/>'
const OPTIONAL = 'Content-Type: application/isup\r\nContent-Disposition: signal;handling=optional\r\n\r\nx'
const REQUIRED = 'Content-Type: application/isup\r\nContent-Disposition: signal;handling=required\r\n\r\nx'
const UNSAID = 'Content-Type: application/isup\r\n\r\nx'
const EARLY = 'Content-Type: application/sdp\r\nContent-Disposition: early-session\r\n\r\nv=1'

function inside(subtype: string, boundary: string, ...parts: readonly string[]): string {
  return `Content-Type: multipart/${subtype};boundary=${boundary}\r\n\r\n${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--`
}

function invite(content: string): SipRequest {
  const [head = '', ...rest] = content.split('\r\n\r\n')
  const headers = head.split('\r\n').map((line) => line.split(': ', 2) as [string, string])
  const parties = { from: '<sip:a@b>;tag=1', to: '<sip:c@d>', callId: 'x', cseq: 1 }
  return buildRequest({ method: 'INVITE', uri: 'sip:c@d', ...parties, headers, body: rest.join('\r\n\r\n') })
}

const mixed = (...parts: readonly string[]): string => inside('mixed', 'b', ...parts)
/** Alternating boundaries, `depth` bodies inside each other around the description. */
const nested = (depth: number): string => (depth === 0 ? SDP : inside('mixed', `b${depth}`, nested(depth - 1)))

type Row = readonly [what: string, content: string, sdp: string | undefined, others: number, fault?: 'malformed' | 'not understood']
const ROWS: readonly Row[] = [
  ['a description and a position', mixed(SDP, LOCATION), 'v=0', 1],
  ['the position first', mixed(LOCATION, SDP), 'v=0', 1],
  ['a position alone', LOCATION, undefined, 1],
  ['something that need not be understood', mixed(SDP, OPTIONAL), 'v=0', 1],
  ['something that must be understood', mixed(SDP, REQUIRED), 'v=0', 1, 'not understood'],
  ['something of which it is not said (RFC 3261 §20.11: required)', mixed(SDP, UNSAID), 'v=0', 1, 'not understood'],
  ['two descriptions', mixed(SDP, SDP.replace('v=0', 'v=2')), 'v=0', 1],
  ['a description for early media alone', mixed(SDP, EARLY), 'v=0', 1, 'not understood'],
  [
    'a description in base64',
    mixed(SDP.replace('\r\n\r\n', '\r\nContent-Transfer-Encoding: base64\r\n\r\n')),
    undefined,
    1,
    'not understood',
  ],
  ['alternatives, one of them a description', inside('alternative', 'b', UNSAID, SDP), 'v=0', 1],
  ['alternatives inside', mixed(inside('alternative', 'c', UNSAID, SDP), LOCATION), 'v=0', 1],
  ['alternatives none of which is understood', mixed(SDP, inside('alternative', 'c', UNSAID, REQUIRED)), 'v=0', 1, 'not understood'],
  ['a description three deep', nested(3), 'v=0', 0],
  ['a description four deep', nested(4), undefined, 1, 'not understood'],
  ['no end', mixed(SDP).replace('--b--', ''), undefined, 0, 'malformed'],
  ['another single body', 'Content-Type: text/plain\r\n\r\nhello', undefined, 1, 'not understood'],
  ['another single body that need not be understood', OPTIONAL, undefined, 1],
]
for (const [what, content, sdp, others, fault] of ROWS) {
  test(`an INVITE with ${what} has ${sdp === undefined ? 'no' : 'its'} description and ${fault === undefined ? 'is served' : `is ${fault}`}`, () => {
    const request = invite(content)
    assert.equal(sdpOf(request), sdp)
    assert.equal(sessionBodyOf(request).parts.length, others)
    assert.equal(sessionBodyFault(request), fault)
  })
}
