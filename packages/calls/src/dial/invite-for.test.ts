import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ringAndTalk, TestExchange, target } from '../test-support/test-exchange.ts'

const rows: readonly (readonly [from: string, shown: string])[] = [
  ['"Anna" <sip:10@customer.example>', '"für Dr. Fink: Anna" <sip:10@customer.example>'],
  ['<sip:10@customer.example>', '"für Dr. Fink: 10" <sip:10@customer.example>'],
]
for (const [from, shown] of rows) {
  test(`a label stands before the caller on the display, in From and in the identity: ${from}`, async () => {
    const exchange = new TestExchange({ flow: ringAndTalk(target('11', { from, label: 'für Dr. Fink' })) })
    await exchange.call({ offer: 'offer', headers: [['P-Asserted-Identity', '"Somebody" <sip:x@carrier.example>']] })
    const { invite } = exchange.phone()
    assert.equal(invite.from, shown)
    assert.deepEqual(
      invite.headers?.filter(([name]) => name === 'P-Asserted-Identity'),
      [['P-Asserted-Identity', shown]],
    )
  })
}
