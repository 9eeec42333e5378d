import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildRequest } from '../message/build-request.ts'
import { infoKeyOf } from './info-key.ts'

const ROWS: readonly (readonly [type: string, body: string, digit: string | undefined, durationMs?: number])[] = [
  ['application/dtmf-relay', 'Signal=5\r\nDuration=160\r\n', '5', 160],
  ['application/dtmf-relay', 'Signal= *\nDuration= 100', '*', 100],
  ['application/dtmf-relay', 'signal=#', '#', 250],
  ['application/dtmf-relay', 'Signal=11\r\nDuration=90000', '#', 5000],
  ['application/dtmf-relay', 'Signal=d\r\n', 'D', 250],
  ['application/dtmf', '7', '7', 250],
  ['application/dtmf', '10', '*', 250],
  ['application/dtmf-relay', 'Signal=16\r\n', undefined],
  ['application/dtmf-relay', '', undefined],
  ['application/dtmf', '12345', undefined],
  ['text/plain', 'Signal=5', undefined],
]
for (const [type, body, digit, durationMs] of ROWS) {
  test(`an INFO with ${type} ${JSON.stringify(body)} reports ${digit === undefined ? 'no key' : `${digit} for ${durationMs} ms`}`, () => {
    const request = buildRequest({
      method: 'INFO',
      uri: 'sip:a@b',
      from: '<sip:a@b>',
      to: '<sip:a@b>',
      callId: 'x',
      cseq: 1,
      body,
      contentType: type,
    })
    assert.deepEqual(infoKeyOf(request), digit === undefined ? undefined : { digit, durationMs })
  })
}
