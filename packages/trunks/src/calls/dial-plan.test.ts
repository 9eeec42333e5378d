import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildRequest } from '@klinke/sip'
import { CallAdmission } from '../admission/call-admission.ts'
import { NO_BARS, NO_LOCK, OWN_NUMBERS, TENANT } from '../test-support/test-trunks.ts'
import { outsideLines } from './dial-plan.ts'

const EXTENSION = {
  id: 'acme-10',
  number: '10',
  name: 'Ten',
  sipUsername: '10',
  ha1: { md5: '', sha256: '' },
  outgoingNumber: '+4922155501',
}

for (const [who, headers, shown] of [
  ['shows the number of its extension', [], '+4922155501'],
  ['who hides shows none', [['Privacy', 'id']], undefined],
] as const) {
  test(`on the way to another tenant a caller ${who}`, () => {
    const parties = { from: '<sip:10@acme.example>;tag=a', to: '<sip:11@acme.example>' }
    const request = buildRequest({ ...parties, method: 'INVITE', uri: 'sip:11@acme.example', callId: 'c', cseq: 1, headers })
    const lines = outsideLines(
      {
        ...{ admission: new CallAdmission(), barring: NO_BARS, identity: OWN_NUMBERS },
        ...{ carriers: { carrier: () => undefined, carriers: () => [] }, isUp: () => true },
      },
      NO_LOCK,
    )
    assert.equal(lines.numberShown(TENANT, EXTENSION, request), shown)
  })
}
