/** The porting desk with another carrier, over files in a folder; the clock is a virtual one. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { platformMigrations, systemClock } from '@klinke/platform'
import { readPdf, type TestAnswer, type TestCluster, testApi, testCluster } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { sql } from 'kysely'
import { accountsMigrations } from '../migrations.ts'
import { findRange } from '../numbers/range-store.ts'
import { assignNumbers } from '../numbers/store.ts'
import { insertSite } from '../sites/store.ts'
import { DEFAULT_PROFILE } from '../tenants/rules.ts'
import { insertTenant } from '../tenants/store.ts'
import { REJECTION_CODES, REJECTIONS } from './cases.ts'
import { FolderPartner } from './folder-partner.ts'
import type { PortingCharge } from './make-step.ts'
import { portingRound } from './porting-rounds.ts'
import { portingRoutes } from './routes.ts'
import { portingProblems } from './rules.ts'
import { portingTerms } from './terms.ts'
import { OtherCarrier } from './test-support/other-carrier.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

/** A Monday. */
const NOW_MS = Date.parse('2030-02-04T08:00:00Z')
const BLOCK = '+4922155555500'
const TEMPORARY = '+492219999990'
const HOLDER = { name: 'Muster GmbH', street: 'Lange Straße', houseNumber: '7', postalCode: '50667', city: 'Köln' }
const WINDOW = { from: '2030-02-13T06:00:00+01:00', until: '2030-02-13T08:00:00+01:00' }

/** Whose product lets numbers go only once nothing is owed, unless the test says otherwise. */
async function desk({
  owes = false,
  terms = { outgoingRefusedUntilPaid: true },
}: {
  readonly owes?: boolean
  readonly terms?: object
} = {}) {
  const opened = await cluster.database()
  const { database } = opened
  const clock = new VirtualClock(NOW_MS)
  const folder = await mkdtemp(join(tmpdir(), 'klinke-porting-'))
  const charged: PortingCharge[] = []
  const parts = {
    carrierCode: 'DEU.KLINKE',
    owes: () => Promise.resolve(owes),
    terms: () => Promise.resolve(portingTerms.parse(terms)),
    charge: (_tx: unknown, charge: PortingCharge) => Promise.resolve(void charged.push(charge)),
  }
  const api = await testApi(database, [portingRoutes({ database, clock, desk: parts })], [portingProblems])
  const tenantId = await database.withOperator(async (tx) => {
    const tenant = await insertTenant(tx, { name: HOLDER.name, sipDomain: 'muster.example', areaCode: '221', profile: DEFAULT_PROFILE })
    const { name: _name, ...address } = HOLDER
    const recorded = {
      ...address,
      from: '2020-01-01',
      reason: 'correction',
      recordedAt: '2020-01-01T00:00:00Z',
      recordedBy: 'test',
    } as const
    await insertSite(tx, { tenantId: tenant.id, name: 'Zentrale', areaCode: '221', addresses: [recorded] })
    await assignNumbers(tx, { tenantId: tenant.id, first: TEMPORARY, size: 10, state: 'temporary', temporaryFor: BLOCK })
    return tenant.id
  })
  const stranger = await database.withOperator((tx) =>
    insertTenant(tx, { name: 'Fremd', sipDomain: 'fremd.example', areaCode: '221', profile: DEFAULT_PROFILE }),
  )
  return {
    ...{ database, clock, tenantId, charged, other: new OtherCarrier(folder) },
    operator: await api.client({ kind: 'operator' }),
    customer: await api.client({ kind: 'tenant', tenantId }),
    foreigner: await api.client({ kind: 'tenant', tenantId: stranger.id }),
    round: () => portingRound({ database, clock, logger: silentLogger, desk: parts, partner: new FolderPartner(folder, systemClock()) }),
    stateOf: async (e164: string) => (await database.withOperator((tx) => findRange(tx, e164)))?.state,
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
}
type DeskUnderTest = Awaited<ReturnType<typeof desk>>

const FORM = {
  number: BLOCK,
  size: 100,
  businessCase: 'VA-KUE-MRN',
  carrier: 'DEU.ANDERER',
  holder: HOLDER,
  attendant: '0',
  wishedFor: '2030-02-12',
}

function problem(answer: TestAnswer): readonly unknown[] {
  return [answer.status, String(answer.body.type).replace('urn:klinke:problem:', '')]
}

/** The form of the customer is sent; gives id and reference. */
async function asked({ customer, operator, round, other }: DeskUnderTest): Promise<{ readonly id: string; readonly reference: string }> {
  const made = await customer('POST', '/portings', FORM)
  assert.equal(made.status, 201, String(made.body.detail))
  const id = String(made.body.id)
  const sent = await operator('POST', `/portings/${id}/steps`, { step: 'ask' })
  assert.equal(sent.status, 200, String(sent.body.detail))
  await round()
  const [message] = other.hears()
  assert.deepEqual(message?.says, {
    ...{ kind: 'VA', businessCase: 'VA-KUE-MRN', holder: HOLDER, wishedFor: '2030-02-12', number: BLOCK, size: 100, attendant: '0' },
  })
  return { id, reference: message?.reference ?? '' }
}

test('LAW-05: a block comes: form, agreement, window; it is switched by itself, and temporary numbers go once that is confirmed', async () => {
  await using running = await desk()
  const { customer, operator, foreigner, clock, other, round, stateOf } = running
  const { id, reference } = await asked(running)
  assert.match(reference, /^DEU\.KLINKE\.V\d{9}$/)
  assert.equal(await stateOf(BLOCK), 'porting-in')
  assert.deepEqual(problem(await foreigner('GET', `/portings/${id}`)), [404, 'not-found'])
  assert.deepEqual(problem(await customer('POST', `/portings/${id}/steps`, { step: 'cancel' })), [403, 'operator-only'])
  assert.deepEqual(problem(await customer('PATCH', `/portings/${id}`, { wishedFor: '2030-02-14' })), [409, 'porting-no-draft'])

  const answer = other.says({ kind: 'RUEM-VA', agreedFor: '2030-02-13' }, reference)
  await round()
  other.writes(answer)
  await round()
  const schedule = (window: object) => operator('POST', `/portings/${id}/steps`, { step: 'schedule', window })
  const elsewhen = { from: '2030-02-12T06:00:00+01:00', until: '2030-02-12T08:00:00+01:00' }
  assert.deepEqual(problem(await schedule(elsewhen)), [422, 'porting-window-wrong'])
  assert.equal((await schedule(WINDOW)).body.state, 'scheduled')

  await clock.advance(Date.parse(WINDOW.from) - clock.epochMs() - 1)
  await round()
  assert.deepEqual([await stateOf(BLOCK), await stateOf(TEMPORARY)], ['porting-in', 'temporary'])
  await clock.advance(1)
  await round()
  assert.deepEqual([await stateOf(BLOCK), await stateOf(TEMPORARY)], ['active', 'temporary'])
  assert.equal((await operator('POST', `/portings/${id}/steps`, { step: 'confirm' })).body.state, 'done')
  assert.deepEqual([await stateOf(BLOCK), await stateOf(TEMPORARY)], ['active', 'quarantined'])

  const history = (await customer('GET', `/portings/${id}/history`)).body.items ?? []
  assert.deepEqual(
    history.map(({ step }) => step),
    ['create', 'ask', 'agree', 'schedule', 'switch', 'confirm'],
  )
  assert.deepEqual([history[2]?.by, history[4]?.by], ['DEU.ANDERER', 'Klinke'])
})

test('LAW-05: a cut-over that goes wrong is rolled back, and made on another day', async () => {
  await using running = await desk()
  const { operator, clock, other, round, stateOf } = running
  const { id, reference } = await asked(running)
  other.says({ kind: 'RUEM-VA', agreedFor: '2030-02-13' }, reference)
  await round()
  await operator('POST', `/portings/${id}/steps`, { step: 'schedule', window: WINDOW })
  await clock.advance(Date.parse(WINDOW.from) - clock.epochMs())
  await round()
  assert.equal(await stateOf(BLOCK), 'active')
  const back = await operator('POST', `/portings/${id}/steps`, { step: 'roll-back', remark: 'Anrufe kommen noch beim alten Anbieter an' })
  assert.deepEqual(
    [back.body.state, back.body.window, await stateOf(BLOCK), await stateOf(TEMPORARY)],
    ['agreed', null, 'porting-in', 'temporary'],
  )
  other.says({ kind: 'TVS-VA', agreedFor: '2030-02-20' }, reference)
  await round()
  const moved = await operator('GET', `/portings/${id}`)
  assert.deepEqual([moved.body.state, moved.body.agreedFor], ['agreed', '2030-02-20'])
})

for (const code of REJECTION_CODES) {
  test(`LAW-05: ${code} is told in plain words with what to do; corrected, the form goes out anew`, async () => {
    await using running = await desk()
    const { customer, operator, other, round, stateOf } = running
    const { id, reference } = await asked(running)
    other.says({ kind: 'ABBM', codes: [code], remark: 'siehe Vertrag' }, reference)
    await round()
    const refused = await customer('GET', `/portings/${id}`)
    assert.deepEqual([refused.body.state, refused.body.remark], ['rejected', 'siehe Vertrag'])
    assert.deepEqual(refused.body.rejections, [{ code, ...REJECTIONS[code] }])
    assert.equal((await operator('POST', `/portings/${id}/steps`, { step: 'correct' })).body.state, 'draft')
    assert.equal(await stateOf(BLOCK), 'ordered')
    assert.equal((await customer('PATCH', `/portings/${id}`, { holder: { ...HOLDER, houseNumber: '9' } })).status, 200)
    const again = await operator('POST', `/portings/${id}/steps`, { step: 'ask' })
    assert.deepEqual(again.body.deviations, [{ field: 'houseNumber', given: '9', known: '7' }])
    await round()
    const [message] = other.hears()
    assert.notEqual(message?.reference, reference)
    assert.ok(message?.says.kind === 'VA' && message.says.holder.houseNumber === '9' && message.says.attendant === '0')
  })
}

test('ORD-03: another carrier asks for a number of ours: debts come first where the product says so, then it is agreed, switched and gone', async () => {
  for (const owes of [true, false]) {
    await using running = await desk({ owes })
    const { operator, customer, clock, database, tenantId, other, round, stateOf } = running
    const number = '+49221777777'
    await database.withOperator((tx) => assignNumbers(tx, { tenantId, first: number, size: 1 }))
    const reference = 'DEU.ANDERER.V000000042'
    const says = {
      businessCase: 'VA-RRNP',
      holder: { ...HOLDER, name: 'Muster AG' },
      wishedFor: '2030-02-12',
      number,
      size: 1,
      attendant: null,
    } as const
    other.says({ kind: 'VA', ...says }, reference)
    await round()
    const [porting] = (await customer('GET', '/portings?direction=out')).body.items ?? []
    assert.deepEqual(porting?.deviations, [{ field: 'name', given: 'Muster AG', known: 'Muster GmbH' }])
    const agreed = await operator('POST', `/portings/${porting?.id}/steps`, { step: 'agree', agreedFor: '2030-02-13' })
    if (owes) {
      assert.deepEqual([...problem(agreed), await stateOf(number)], [409, 'porting-debts-first', 'active'])
      continue
    }
    assert.deepEqual([agreed.body.state, await stateOf(number)], ['agreed', 'porting-out'])
    await operator('POST', `/portings/${porting?.id}/steps`, { step: 'schedule', window: WINDOW })
    await clock.advance(Date.parse(WINDOW.from) - clock.epochMs())
    await round()
    assert.equal(await stateOf(number), 'quarantined')
    assert.deepEqual(
      other.hears().map((message) => [message.reference, message.says]),
      [[reference, { kind: 'RUEM-VA', agreedFor: '2030-02-13' }]],
    )
  }
})

test('LAW-05: by VA-KUE-ORN a line ends here or there without its numbers: none comes, none goes, and nothing is charged', async () => {
  await using running = await desk({ terms: { outgoingItem: 'outgoing-porting', incomingItem: 'incoming-porting' } })
  const { customer, operator, clock, other, round, stateOf, charged, database, tenantId } = running
  const made = await customer('POST', '/portings', { ...FORM, businessCase: 'VA-KUE-ORN' })
  assert.equal(made.status, 201, String(made.body.detail))
  const id = String(made.body.id)
  assert.equal(await stateOf(BLOCK), undefined)
  assert.deepEqual(problem(await customer('PATCH', `/portings/${id}`, { businessCase: 'VA-RRNP' })), [409, 'porting-case-fixed'])
  const toEnd = async (portingId: string, steps: readonly object[]) => {
    for (const step of steps) {
      const answer = await operator('POST', `/portings/${portingId}/steps`, step)
      assert.equal(answer.status, 200, `${JSON.stringify(step)}: ${String(answer.body.detail)}`)
    }
    await clock.advance(Date.parse(WINDOW.from) - clock.epochMs() + 60_000)
    await round()
    assert.equal((await operator('POST', `/portings/${portingId}/steps`, { step: 'confirm' })).body.state, 'done')
  }
  const agreed = [
    { step: 'agree', agreedFor: '2030-02-13' },
    { step: 'schedule', window: WINDOW },
  ]
  await toEnd(id, [{ step: 'ask' }, ...agreed])
  assert.partialDeepStrictEqual(other.hears()[0]?.says, { kind: 'VA', businessCase: 'VA-KUE-ORN', number: BLOCK })
  assert.equal(await stateOf(BLOCK), undefined)

  // The other way round: the customer's own line ends, and its numbers stay with us.
  await database.withOperator((tx) => assignNumbers(tx, { tenantId, first: '+4922177777700', size: 10, state: 'active' }))
  const says = {
    kind: 'VA',
    businessCase: 'VA-KUE-ORN',
    holder: HOLDER,
    wishedFor: '2030-02-20',
    number: '+4922177777700',
    size: 10,
    attendant: null,
  } as const
  other.says(says, 'DEU.ANDERER.V000000009')
  await round()
  const [asked] = (await operator('GET', '/portings?direction=out')).body.items ?? []
  const later = { from: '2030-02-20T06:00:00+01:00', until: '2030-02-20T08:00:00+01:00' }
  for (const step of [
    { step: 'agree', agreedFor: '2030-02-20' },
    { step: 'schedule', window: later },
    { step: 'switch' },
    { step: 'confirm' },
  ])
    assert.equal((await operator('POST', `/portings/${String(asked?.id)}/steps`, step)).status, 200)
  assert.equal(await stateOf('+4922177777700'), 'active')
  assert.deepEqual(charged, [])
})

for (const step of ['cancel', 'confirm'])
  test(`LAW-05: a form of VA-KUE-ORN that has ordered its number, as once all did, gives it back with ${step}`, async () => {
    await using running = await desk()
    const { customer, operator, stateOf, database, tenantId } = running
    const made = await customer('POST', '/portings', { ...FORM, businessCase: 'VA-KUE-ORN' })
    const id = String(made.body.id)
    await database.withOperator((tx) => assignNumbers(tx, { tenantId, first: BLOCK, size: 100, state: 'ordered', ported: true }))
    if (step === 'confirm')
      await database.withOperator((tx) => sql`UPDATE porting SET state = 'switched' WHERE id = ${id}`.execute(tx.tables()))
    assert.equal((await operator('POST', `/portings/${id}/steps`, { step })).status, 200)
    assert.equal(await stateOf(BLOCK), undefined)
  })

test('LAW-05: who withdraws is heard, and tells the other one', async () => {
  await using running = await desk()
  const { operator, other, round, stateOf } = running
  const { id, reference } = await asked(running)
  other.says({ kind: 'STR-AUF' }, reference)
  await round()
  assert.deepEqual([(await operator('GET', `/portings/${id}`)).body.state, await stateOf(BLOCK)], ['cancelled', 'ordered'])
  assert.deepEqual(other.hears(), [])
  const anew = await asked(running)
  assert.equal((await operator('POST', `/portings/${anew.id}/steps`, { step: 'cancel' })).body.state, 'cancelled')
  await round()
  assert.deepEqual(
    other.hears().map(({ says }) => says.kind),
    ['STR-AUF'],
  )
})

test('messages that are none, for others, or about nothing are put aside with the reason and disturb no other', async () => {
  await using running = await desk()
  const { operator, other, round } = running
  const { id, reference } = await asked(running)
  other.writes('{"id": cut', '1')
  other.writes({ hello: 'world' }, '2')
  other.says({ kind: 'RUEM-VA', agreedFor: '2030-02-13' }, reference, 'DEU.FREMD')
  other.says({ kind: 'RUEM-VA', agreedFor: '2030-02-13' }, 'DEU.KLINKE.V999999999')
  other.says({ kind: 'STR-AUF' }, reference)
  await round()
  assert.equal(other.refused().length, 4)
  assert.ok(other.refused().some((why) => why.includes('DEU.FREMD')) && other.refused().some((why) => why.includes('V999999999')))
  assert.equal((await operator('GET', `/portings/${id}`)).body.state, 'cancelled')
  await round()
  assert.equal(other.refused().length, 4)
})

test('ORD-03: a number is ported once at a time, and only one that is ordered; days off are refused', async () => {
  await using running = await desk()
  const { customer, foreigner } = running
  await asked(running)
  assert.deepEqual(problem(await customer('POST', '/portings', FORM)), [422, 'number-not-portable'])
  assert.deepEqual(problem(await foreigner('POST', '/portings', FORM)), [422, 'number-not-portable'])
  assert.deepEqual(problem(await customer('POST', '/portings', { ...FORM, number: TEMPORARY, size: 10 })), [422, 'number-not-portable'])
  assert.equal((await customer('POST', '/portings', { ...FORM, wishedFor: '2030-02-10' })).status, 400)
})

const COMING: readonly (readonly [terms: object, items: readonly string[]])[] = [
  [{ incomingItem: 'incoming-porting' }, ['incoming-porting']],
  [{}, []],
]
for (const [terms, items] of COMING)
  test(`ORD-03: a number that comes is charged ${items.length === 0 ? 'not' : 'once, and not before it is confirmed'}`, async () => {
    await using running = await desk({ terms })
    const { operator, clock, other, round, charged, tenantId } = running
    const { id, reference } = await asked(running)
    other.says({ kind: 'RUEM-VA', agreedFor: '2030-02-13' }, reference)
    await round()
    await operator('POST', `/portings/${id}/steps`, { step: 'schedule', window: WINDOW })
    await clock.advance(Date.parse(WINDOW.from) - clock.epochMs())
    await round()
    assert.equal(charged.length, 0)
    assert.equal((await operator('POST', `/portings/${id}/steps`, { step: 'confirm' })).body.state, 'done')
    assert.deepEqual(problem(await operator('POST', `/portings/${id}/steps`, { step: 'confirm' })), [409, 'porting-step-impossible'])
    assert.deepEqual(
      charged.map((one) => [one.tenantId, one.item, one.note]),
      items.map((item) => [tenantId, item, BLOCK]),
    )
  })

test('ORD-03: debts come first where the product profile says so, and only there', async () => {
  for (const outgoingRefusedUntilPaid of [true, false]) {
    await using running = await desk({ owes: true, terms: { outgoingRefusedUntilPaid } })
    const { operator, database, tenantId, other, round } = running
    const number = '+49221777777'
    await database.withOperator((tx) => assignNumbers(tx, { tenantId, first: number, size: 1 }))
    const says = { kind: 'VA', businessCase: 'VA-RRNP', holder: HOLDER, wishedFor: '2030-02-12', number, size: 1, attendant: null } as const
    other.says(says, 'DEU.ANDERER.V000000042')
    await round()
    const [porting] = (await operator('GET', '/portings?direction=out')).body.items ?? []
    const agreed = await operator('POST', `/portings/${porting?.id}/steps`, { step: 'agree', agreedFor: '2030-02-13' })
    if (outgoingRefusedUntilPaid) assert.deepEqual(problem(agreed), [409, 'porting-debts-first'])
    else assert.equal(agreed.body.state, 'agreed')
  }
})

test('ORD-03: before it is sent the form says what differs from the contract, and how that would be refused; a PO box is none', async () => {
  await using running = await desk()
  const { customer } = running
  const box = await customer('POST', '/portings', { ...FORM, holder: { ...HOLDER, street: 'Postfach' } })
  assert.equal(box.status, 400)
  const made = await customer('POST', '/portings', { ...FORM, holder: { ...HOLDER, name: 'Muster AG', street: 'Kurze Straße' } })
  assert.deepEqual(
    [made.body.expected].flat().map((refusal) => (refusal as { readonly code: string }).code),
    ['AIF', 'ADF'],
  )
  const right = await customer('PATCH', `/portings/${String(made.body.id)}`, {
    holder: HOLDER,
    contact: 'Eva Muster',
    email: 'eva@muster.example',
  })
  assert.deepEqual([right.body.deviations, right.body.expected, right.body.contact], [[], [], 'Eva Muster'])
})

test('ORD-03: the form is a PDF with every field of the number or block, and room for signature and stamp', async () => {
  await using running = await desk({ terms: { oldContract: 'left-to-customer' } })
  const { customer, foreigner } = running
  const made = await customer('POST', '/portings', { ...FORM, contact: 'Eva Muster', email: 'eva@muster.example', directoryEntry: true })
  const path = `/portings/${String(made.body.id)}/form`
  assert.equal((await foreigner('GET', path)).status, 404)
  const { raw, headers } = await customer('GET', path, undefined, { 'accept-language': 'de' })
  assert.equal(headers['content-type'], 'application/pdf')
  const text = (await readPdf(raw)).pages.join(' ')
  for (const words of [
    ...[
      'Auftrag zur Mitnahme',
      'Muster GmbH',
      'Eva Muster',
      'Lange Straße 7',
      '50667 Köln',
      'Deutschland',
      'eva@muster.example',
      'DEU.ANDERER',
    ],
    ...['☐ einzelne Rufnummer', '☑ Anlagenanschluss', 'Vorwahl 0221', 'Stammnummer 555555', 'Abfragestelle 0', '00 bis 99', '12.02.2030'],
    ...['☑ ja', 'kündigt der Anschlussinhaber selbst', 'Unterschrift', 'Firmenstempel'],
  ])
    assert.ok(text.includes(words), `${words} in ${text}`)
})
