import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carrier, TestTrunks } from '../test-support/test-trunks.ts'
import type { EnumAnswer } from './enum-lookup.ts'

const NUMBER = '+493012345678'
const URI = 'sip:info@holder.example'
const TARGET = { protocol: 'UDP', remote: { address: '203.0.113.7', port: 5060 } } as const
const LISTED: EnumAnswer = { kind: 'listed', places: [{ uri: URI, targets: [TARGET] }] }

function world(answer: EnumAnswer): { readonly trunks: TestTrunks; readonly asked: string[] } {
  const asked: string[] = []
  const find = (number: string): Promise<EnumAnswer> => {
    asked.push(number)
    return Promise.resolve(answer)
  }
  return { trunks: new TestTrunks([carrier('one')], undefined, undefined, undefined, { enumLookup: { find } }), asked }
}

test('TRK-14: a number that ENUM lists is called where its holder says, under our own domain, and the record counts it as on-net', async () => {
  const { trunks } = world(LISTED)
  const caller = await trunks.dial(NUMBER)
  const invite = trunks.userAgent.called[0]?.invite
  assert.deepEqual([invite?.uri, invite?.to, invite?.destination], [URI, `<${URI}>`, { targets: [TARGET] }])
  assert.equal(invite?.from, '<sip:+4922155501@acme.example>')
  assert.deepEqual(
    [...trunks.sent('P-Asserted-Identity'), ...trunks.sent('P-Preferred-Identity')],
    [],
    'strangers are told no more than anybody',
  )
  trunks.userAgent.called[0]?.answer('answer')
  await trunks.clock.advance(0)
  caller.session.hangUp()
  await trunks.clock.advance(0)
  const steps = trunks.ended[0]?.route
    .filter(({ step }) => ['enum', 'carrier-selected'].includes(step))
    .map(({ step, detail }) => `${step}: ${detail}`)
  assert.deepEqual(steps, [`enum: on-net/enum: ${NUMBER} → ${URI}`, `carrier-selected: ENUM ${URI}`])
})

test('who hides is hidden there, too', async () => {
  const { trunks } = world(LISTED)
  await trunks.dial(NUMBER, '10', { headers: [['Privacy', 'id']] })
  assert.equal(trunks.userAgent.called[0]?.invite.from, '"Anonymous" <sip:anonymous@anonymous.invalid>')
})

test('where the holder cannot be reached the call goes over a carrier; once it has rung there it does not', async () => {
  for (const [rings, calls] of [
    [false, 2],
    [true, 1],
  ] as const) {
    const { trunks } = world(LISTED)
    await trunks.dial(NUMBER)
    if (rings) trunks.userAgent.called[0]?.ring()
    trunks.userAgent.called[0]?.refuse(503)
    await trunks.clock.advance(0)
    assert.equal(trunks.userAgent.called.length, calls)
  }
})

for (const answer of [{ kind: 'not-listed' }, { kind: 'silent' }, { kind: 'forbidden', uri: 'sip:a@10.0.0.1' }] as const) {
  test(`a number that ENUM answers with ${answer.kind} goes over a carrier`, async () => {
    const { trunks } = world(answer)
    await trunks.dial(NUMBER)
    assert.deepEqual(trunks.tried, ['one'])
  })
}

test('110, 112 and short codes are never looked up', async () => {
  const { trunks, asked } = world(LISTED)
  for (const number of ['110', '112', '116117']) await trunks.dial(number)
  assert.deepEqual([asked, trunks.tried], [[], ['one', 'one', 'one']])
})

test('TRK-06: a guard that throws after the holder could not be reached leaves no channel taken', async () => {
  const failing = () => {
    throw new Error('guard')
  }
  const guard = { admit: failing, locked: () => undefined, incoming: () => undefined }
  const more = { enumLookup: { find: () => Promise.resolve(LISTED) }, guard }
  const trunks = new TestTrunks([carrier('one')], undefined, undefined, undefined, more)
  await trunks.dial(NUMBER)
  trunks.userAgent.called[0]?.refuse(503)
  await trunks.clock.advance(0)
  assert.equal(trunks.ended.length, 1)
  assert.deepEqual(trunks.admission.ledger.inUse('customer', 'acme'), { in: 0, out: 0 })
})
