/** Calls of customers who pay before they call, as the path of a call sees it (BIL-09); the credit itself is on paper. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OutboundParts } from '../calls/carrier-places.ts'
import { customerTrunk, PaperTrunks } from '../test-support/customer-trunks.ts'
import { carrier, TENANT, TestTrunks } from '../test-support/test-trunks.ts'
import type { CallCredit, CreditedUse, CreditNews } from './call-credit.ts'
import { PrepaidCalls } from './prepaid-calls.ts'

const BERLIN = '+49302312500'
const VIENNA = '+4315123456'

interface HeldUse {
  readonly use: CreditedUse
  readonly news: CreditNews
  answeredBy: string | undefined
  ends: number
}

class PaperCredit implements CallCredit {
  readonly held: HeldUse[] = []
  prepaid = true
  says: 'no-credit' | 'no-price' | undefined

  isPrepaid(): boolean {
    return this.prepaid
  }

  begin(use: CreditedUse, news: CreditNews): ReturnType<CallCredit['begin']> {
    if (this.says !== undefined) return this.says
    const held: HeldUse = { use, news, answeredBy: undefined, ends: 0 }
    this.held.push(held)
    return { answered: (record) => (held.answeredBy = record), end: () => void held.ends++ }
  }

  at(index: number): HeldUse {
    const held = this.held[index]
    assert.ok(held !== undefined, `no call holds credit at ${index}`)
    return held
  }
}

function world(more: Pick<OutboundParts, 'ownCarriers' | 'enumLookup'> = {}, tenant = TENANT) {
  const credit = new PaperCredit()
  const parts = { ...more, credit: new PrepaidCalls(credit) }
  const trunks = new TestTrunks([carrier('one')], tenant, {}, new PaperTrunks(customerTrunk()), parts)
  return {
    credit,
    trunks,
    answer: async (index = -1) => {
      trunks.userAgent.called.at(index)?.answer('answer')
      await trunks.clock.advance(0)
    },
    words: () =>
      trunks.ended
        .at(-1)
        ?.route.filter(({ step }) => step === 'prepaid-credit')
        .map(({ words }) => words?.de),
  }
}

test('BIL-09: a call holds credit before it leaves, and uses it from the answer on by its own record until it is over', async () => {
  const { credit, trunks, answer } = world()
  const caller = await trunks.dial(BERLIN)
  const held = credit.at(0)
  assert.deepEqual({ ...held.use }, { tenantId: 'acme', called: BERLIN, billed: '+4922155501', origin: 'own', warnSeconds: 30 })
  assert.equal(held.answeredBy, undefined)
  await answer()
  assert.equal(held.answeredBy, trunks.started[0]?.id)
  assert.equal(held.ends, 0)
  caller.session.hangUp()
  await trunks.clock.advance(0)
  assert.ok(held.ends > 0)
})

test('BIL-09: a call that nobody answers gives back what it held', async () => {
  const { credit, trunks } = world()
  await trunks.dial(BERLIN)
  trunks.userAgent.called.at(-1)?.refuse(486)
  await trunks.clock.advance(0)
  assert.deepEqual([credit.at(0).answeredBy, credit.at(0).ends], [undefined, 1])
})

for (const [says, words] of [
  ['no-credit', 'Der Anruf wurde abgelehnt: das Guthaben reicht nicht für zehn Sekunden.'],
  ['no-price', 'Der Anruf wurde abgelehnt: der Tarif nennt keinen Preis für diese Nummer, und ohne Preis wird kein Guthaben verbraucht.'],
] as const) {
  test(`BIL-09: with ${says} nobody is rung, no channel is taken, and the record says why`, async () => {
    const { credit, trunks, words: said } = world({}, { ...TENANT, profile: { ...TENANT.profile, admission: { channels: { both: 1 } } } })
    credit.says = says
    const caller = await trunks.dial(BERLIN)
    assert.equal(caller.final, 403)
    assert.deepEqual(trunks.tried, [])
    assert.deepEqual(said(), [words])
    credit.says = undefined
    await trunks.dial(BERLIN)
    assert.deepEqual(trunks.tried, ['one'])
  })
}

test('BIL-09: 110 and 112 are never asked for credit, and neither are customers with a contract', async () => {
  const { credit, trunks } = world()
  credit.says = 'no-credit'
  for (const number of ['110', '112', '0112']) await trunks.dial(number)
  assert.equal(trunks.tried.length, 3)
  credit.prepaid = false
  await trunks.dial(BERLIN)
  assert.equal(trunks.tried.length, 4)
  assert.deepEqual(credit.held, [])
})

test('BIL-09: the caller hears a tone when the end is near, goes on talking, and is cut off when the credit is used up', async () => {
  const { credit, trunks, answer, words } = world()
  const caller = await trunks.dial(BERLIN)
  await answer()
  const { news } = credit.at(0)
  news.nearEnd(30)
  await trunks.clock.advance(0)
  const heard = trunks.media.sessions[0]?.playbacks.at(-1)
  assert.deepEqual([heard?.source, heard?.endpoint], [{ kind: 'signal', signal: 'beep' }, 'caller'])
  assert.equal(caller.session.over, false)
  news.usedUp()
  await trunks.clock.advance(0)
  assert.equal(trunks.ended[0]?.cause, 'credit-used-up')
  assert.deepEqual(words(), [
    'Das Guthaben reicht noch für 30 Sekunden: wer zahlt, hört einen Ton.',
    'Das Gespräch endet: das Guthaben ist aufgebraucht.',
  ])
  assert.ok(credit.at(0).ends > 0)
})

test('BIL-09: of a product that wants another warning the credit is told so', async () => {
  const { credit, trunks } = world({}, { ...TENANT, profile: { ...TENANT.profile, payments: { creditWarningSeconds: 0 } } })
  await trunks.dial(BERLIN)
  assert.equal(credit.at(0).use.warnSeconds, 0)
})

test('BIL-05, BIL-09: a forwarded leg is a call of the customer, and a call that comes in costs nothing', async () => {
  const { credit, trunks, answer } = world()
  await trunks.callIn('one', { uri: 'sip:+4922155500@acme.example', from: '<sip:+4989123@x>' })
  assert.deepEqual(credit.held, [])
  trunks.forwards(BERLIN)
  await trunks.callIn('one', { uri: 'sip:+4922155500@acme.example', from: '<sip:+4989123@x>' })
  assert.deepEqual([credit.at(0).use.origin, credit.at(0).use.called], ['forwarded', BERLIN])
  await answer()
  assert.ok(credit.at(0).answeredBy !== undefined)
  credit.at(0).news.usedUp()
  await trunks.clock.advance(0)
  assert.equal(trunks.ended.at(-1)?.cause, 'credit-used-up')
})

test('BIL-09: without credit a forwarding leads nowhere, and the call that came in is told', async () => {
  const { credit, trunks } = world()
  credit.says = 'no-credit'
  trunks.forwards(BERLIN)
  const caller = await trunks.callIn('one', { uri: 'sip:+4922155500@acme.example', from: '<sip:+4989123@x>' })
  assert.equal(caller.final, 403)
})

test('BIL-09: calls of the customer’s own PBX hold credit, too', async () => {
  const { credit, trunks } = world()
  await trunks.dialFromPbx(VIENNA)
  assert.equal(credit.at(0).use.called, VIENNA)
  credit.says = 'no-credit'
  assert.equal((await trunks.dialFromPbx(VIENNA)).final, 403)
})

test('BIL-09: over a provider of the customer’s own no credit is needed', async () => {
  const own = { ...carrier('mine'), tenantId: 'acme', siteId: 'main', alsoServes: [] }
  const site = { id: 'main', name: 'Main', isMain: true, areaCode: '221', addresses: [], emergencyNumber: undefined }
  const { credit, trunks, answer } = world(
    { ownCarriers: { carrier: () => own, ofTenant: () => [own] } },
    { ...TENANT, sites: new Map([['main', site]]) },
  )
  trunks.ways.set('mine', { targets: [{ protocol: 'UDP', remote: { address: '192.0.2.99', port: 5060 } }], route: [] })
  credit.says = 'no-credit'
  await trunks.dial(BERLIN)
  await answer()
  assert.deepEqual(trunks.tried, ['mine'])
})
