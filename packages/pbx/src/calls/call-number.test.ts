import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TestPbx } from '../test-support/test-pbx.ts'

const FIRST = '+4922155501'
const SECOND = '+4922155502'
const leadsTo = (number: string) => ({ kind: 'external', number }) as const

const circles: readonly (readonly [what: string, first: 'acme' | 'bolt', second: 'acme' | 'bolt'])[] = [
  ['two numbers of one customer', 'acme', 'acme'],
  ['numbers of two customers', 'acme', 'bolt'],
]
for (const [what, first, second] of circles) {
  test(`${what} that lead to each other end the call instead of keeping the exchange busy for ever`, async () => {
    const numbersOf = (tenant: string) => ({
      ...(tenant === first && { [FIRST]: leadsTo(SECOND) }),
      ...(tenant === second && { [SECOND]: leadsTo(FIRST) }),
    })
    const pbx = new TestPbx(['acme', 'bolt'].map((id) => ({ id, extensions: ['10'], numbers: numbersOf(id) })))
    const caller = await pbx.dial('acme', '10', '022155501')
    await pbx.clock.advance(0)
    assert.equal(caller.final, 482)
    assert.ok(pbx.ended.some(({ route }) => route.some(({ step }) => step === 'goes-round')))
    assert.ok(pbx.started.length <= 3, `${pbx.started.length} records`)
  })
}

test('a number that leads to another one which leads to a phone reaches it', async () => {
  const pbx = new TestPbx([{ id: 'acme', extensions: ['10', '11'], numbers: { [FIRST]: leadsTo(SECOND), [SECOND]: '11' } }])
  await pbx.dial('acme', '10', '022155501')
  assert.match(pbx.phone().invite.uri, /^sip:11@/)
})
