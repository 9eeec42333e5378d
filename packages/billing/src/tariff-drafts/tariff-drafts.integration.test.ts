/** Tariffs as the operator writes them, over the API: from a draft to the day on which it holds, and back. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestAnswer, TestCluster } from '@klinke/platform/test-support'
import { eventually } from '@klinke/testbed'
import { exampleProfiles } from '../catalogue/examples.ts'
import { openProvider, type Provider } from '../contracts/test-support/provider.ts'
import { billingCluster, DOCUMENT } from '../rated-calls/test-support/rated-world.ts'

let cluster: TestCluster
before(async () => {
  cluster = await billingCluster()
})
after(() => cluster[Symbol.asyncDispose]())

function problem({ status, body }: TestAnswer): readonly unknown[] {
  return [status, String(body.type).replace('urn:klinke:problem:', '')]
}

async function done(answer: Promise<TestAnswer>): Promise<TestAnswer['body']> {
  const { status, body } = await answer
  assert.ok(status < 300, JSON.stringify(body))
  return body
}

type Operator = Provider['operator']

async function revisionOf(operator: Operator, path: string): Promise<number> {
  return Number((await done(operator('GET', path))).revision)
}

/** Changes a draft as it is now. */
async function change(operator: Operator, path: string, changes: readonly unknown[]): Promise<TestAnswer> {
  return operator('PATCH', path, { revision: await revisionOf(operator, path), changes })
}

/** Publishes a draft as it is now. */
async function publish(operator: Operator, path: string): Promise<TestAnswer> {
  return operator('POST', `${path}/publication`, { revision: await revisionOf(operator, path) })
}

/** The profile `flat` with a customer that has a contract of it. */
async function flatProvider({ operator, customer }: Provider): Promise<{ readonly tenantId: string; readonly contractId: string }> {
  const source = (await exampleProfiles()).find(({ file }) => file === 'flat.yaml')
  await done(operator('POST', '/product-profiles', { yaml: source?.text ?? '', file: 'flat.yaml' }))
  const tenantId = await customer('alice')
  const items = [
    { item: 'base', quantity: 1 },
    { item: 'extension', quantity: 3 },
  ]
  const { id } = await done(operator('POST', '/contracts', { tenantId, profileId: 'flat', begins: '2026-11-01', items }))
  return { tenantId, contractId: String(id) }
}

const shownTariff = async ({ operator }: Provider, id: string) =>
  [(await done(operator('GET', '/tariff-overview'))).items].flat().find((tariff) => tariff?.id === id)

test('issue 6: new prices of calls for a profile are drafted, checked, compared, published with notice and mail, and hold for the contract', async () => {
  await using running = await openProvider(cluster)
  const { operator, clock, mails } = running
  const { contractId } = await flatProvider(running)
  const draft = await done(operator('POST', '/product-profiles/flat/tariff-drafts', {}))
  const path = `/tariff-drafts/${String(draft.id)}`
  assert.partialDeepStrictEqual(draft, { kind: 'profile', ownerId: 'flat', revision: 1, facts: { validFrom: '2026-12-01', prefixes: 389 } })
  const [mobile] = [(await done(operator('GET', `${path}/zones?q=0176%20123456`))).items].flat()
  assert.partialDeepStrictEqual(mobile, { id: 'de-mobile', matched: '+4917', prices: [{ perMinute: '0.1252' }] })

  const wrong = {
    kind: 'set-price',
    zone: 'de-mobile',
    row: 0,
    price: { perMinute: '-0.13', increment: { firstSeconds: 0, thenSeconds: 1 } },
  }
  await done(change(operator, path, [wrong]))
  const { faults } = await done(operator('GET', `${path}/faults`))
  assert.partialDeepStrictEqual(faults, [
    { kind: 'negative-price', zone: 'de-mobile', row: 0, field: 'perMinute', text: { de: '-0.13: Preise sind nicht negativ.' } },
    { kind: 'bad-increment', zone: 'de-mobile', row: 0 },
  ])
  assert.deepEqual(problem(await publish(operator, path)), [409, 'tariff-draft-not-ready'])
  const asked = { by: { draftId: draft.id }, called: '+4917612345678', at: '2026-11-28T14:00', seconds: 90 }
  assert.deepEqual(problem(await operator('POST', '/tariff-trials', asked)), [409, 'tariff-trial-with-faults'])

  const changes = [
    { kind: 'set-price', zone: 'de-mobile', row: 0, price: { perMinute: '0.1252' } },
    { kind: 'raise', percent: '5', zones: ['de-mobile'] },
    { kind: 'raise', percent: '-50', zones: ['fr-fixed'] },
  ]
  await done(change(operator, path, changes))
  const tried = await done(operator('POST', '/tariff-trials', asked))
  assert.partialDeepStrictEqual(tried, {
    outcome: 'rated',
    price: { amount: '0.263', currency: 'EUR' },
    zone: 'de-mobile',
    billedSeconds: 120,
  })
  const compared = await done(operator('GET', `${path}/differences`))
  assert.partialDeepStrictEqual(compared, {
    prices: [
      { zone: 'de-mobile', direction: 'dearer', before: { perMinute: '0.1252' }, after: { perMinute: '0.1315' } },
      { zone: 'fr-fixed', direction: 'cheaper', after: { perMinute: '0.0145' } },
    ],
    priceCounts: { dearer: 1, cheaper: 1, mixed: 0 },
    others: [],
  })

  // Two weeks before the next month have passed on 22 November: who has a contract pays the new prices from January on.
  assert.partialDeepStrictEqual(await done(operator('GET', `${path}/publication`)), {
    ...{ validFrom: '2026-12-01', earliest: '2027-01-01', holdsFrom: '2027-01-01', customers: 1, rule: 'price-list', objections: [] },
  })
  const { versionId } = await done(publish(operator, path))
  assert.deepEqual(problem(await operator('GET', path)), [404, 'not-found'])
  await eventually('the customer is told', () => mails.length === 1)
  assert.match(mails[0]?.text ?? '', /ab 01\.01\.2027 gelten .* neue Preise[\s\S]*- Gespräche: nach der neuen Preisliste/)
  // The mail leaves before what it says is committed.
  const newPrices = async () => (await done(operator('GET', `/contracts/${contractId}`))).newPrices
  await eventually('the contract has the new prices', async () => [await newPrices()].flat().length > 0)
  assert.partialDeepStrictEqual(await newPrices(), [{ from: '2027-01-01', versionId }])
  const { versions } = (await shownTariff(running, 'flat')) ?? {}
  assert.partialDeepStrictEqual(versions, [
    { number: 1, validFrom: '2026-01-01', validUntil: '2026-11-30', state: 'current' },
    { id: versionId, number: 2, validFrom: '2026-12-01', state: 'planned' },
  ])
  // All else of the profile is as it was, with its comments.
  const { yaml } = await done(operator('GET', `/product-profiles/flat/versions/${String(versionId)}`))
  assert.match(String(yaml), /# example/)
  await clock.advance(3_600_000)
  assert.equal(mails.length, 1)
})

test('BIL-04: a bundle, a time of the week and holidays of a draft are shown with it, and a trial with what is booked says what applied', async () => {
  await using running = await openProvider(cluster)
  const { operator } = running
  const { id } = await done(operator('POST', '/tariffs', { name: 'Sondertarif' }))
  await done(operator('POST', `/tariffs/${String(id)}/versions`, DOCUMENT))
  const draft = await done(operator('POST', `/tariffs/${String(id)}/drafts`, {}))
  const path = `/tariff-drafts/${String(draft.id)}`
  const bundle = {
    ...{ id: 'test', name: { de: 'Testminuten', en: 'Test minutes' }, zones: ['de-fixed'], seconds: 600, of: 'customer' },
    ...{ origins: ['own'], media: ['voice'] },
  }
  const changes = [
    { kind: 'set-period', period: { name: 'Festtage', days: ['holiday'], from: '00:00', until: '24:00' } },
    { kind: 'add-public-holidays', year: 2026 },
    { kind: 'set-bundle', bundle, place: 0 },
  ]
  const changed = await done(change(operator, path, changes))
  assert.partialDeepStrictEqual(changed, {
    facts: { periods: [{ name: 'Festtage' }], bundles: [{ id: 'test', item: null, allSeats: false }, { id: 'quota' }] },
  })
  const asked = { by: { draftId: draft.id }, called: '+493012345678', at: '2026-12-25T14:00', seconds: 120 }
  const tried = await done(operator('POST', '/tariff-trials', { ...asked, bundles: [{ id: 'test', usedSeconds: 540 }] }))
  assert.partialDeepStrictEqual(tried, {
    isHoliday: true,
    price: { amount: '0.0151' },
    steps: [{ seconds: 120, period: 'Festtage', bundles: [{ name: { de: 'Testminuten' }, seconds: 60 }] }],
  })
  const unknown = await operator('POST', '/tariff-trials', { ...asked, bundles: [{ id: 'mars' }] })
  assert.deepEqual([unknown.status, unknown.body.errors], [400, [{ pointer: '/bundles/0/id', detail: 'There is no bundle mars.' }]])
  const nowhere = await change(operator, path, [{ kind: 'set-bundle', bundle: { ...bundle, zones: ['mars'] } }])
  assert.partialDeepStrictEqual(nowhere.body.errors, [{ pointer: '/changes/0/bundle/zones' }])
})

test('issue 6: published prices are taken back until they hold: the contract keeps its own, new contracts do not get them, and the customer is told', async () => {
  await using running = await openProvider(cluster)
  const { operator, clock, mails } = running
  const { contractId, tenantId } = await flatProvider(running)
  const publishRaise = async (): Promise<string> => {
    const { id } = await done(operator('POST', '/product-profiles/flat/tariff-drafts', {}))
    await done(change(operator, `/tariff-drafts/${String(id)}`, [{ kind: 'raise', percent: '5' }]))
    return String((await done(publish(operator, `/tariff-drafts/${String(id)}`))).versionId)
  }
  const first = await publishRaise()
  await eventually('the customer is told', () => mails.length === 1)
  running.mailIsAway(true)
  await done(operator('DELETE', `/price-versions/${first}`))
  assert.partialDeepStrictEqual(await done(operator('GET', `/contracts/${contractId}`)), { newPrices: [] })
  running.mailIsAway(false)
  await eventually('the customer is told that they do not come', async () => {
    await clock.advance(600_000)
    return mails.length === 2
  })
  assert.match(mails[1]?.text ?? '', /neue Preise ab 01\.01\.2027 angekündigt\. Diese Änderung nehmen wir zurück/)
  const { versions } = (await shownTariff(running, 'flat')) ?? {}
  assert.partialDeepStrictEqual(versions, [{ state: 'current', validUntil: null }, { state: 'withdrawn' }])
  assert.deepEqual(problem(await operator('DELETE', `/price-versions/${first}`)), [409, 'profile-version-withdrawn'])
  const again = await operator('POST', '/product-profiles/flat/price-changes', { versionId: first })
  assert.deepEqual(problem(again), [409, 'profile-version-withdrawn'])

  const second = await publishRaise()
  await eventually('the customer is told of the next ones', () => mails.length === 3)
  await clock.advance(10 * 86_400_000)
  assert.deepEqual(problem(await operator('DELETE', `/price-versions/${second}`)), [409, 'tariff-version-holds'])
  const { body } = await operator('GET', `/price-versions/${second}`)
  assert.partialDeepStrictEqual(body, { ownerId: 'flat', facts: { validFrom: '2026-12-01' } })
  assert.equal((await running.as(tenantId).then((customer) => customer('GET', '/tariff-overview'))).status, 403)
})

test('issue 6: a tariff by itself is drafted from nothing, overlaps and gaps with other versions are told, and an outdated draft is not published', async () => {
  await using running = await openProvider(cluster)
  const { operator } = running
  const { id } = await done(operator('POST', '/tariffs', { name: 'Sondertarif' }))
  const begin = async (versionId?: string) =>
    `/tariff-drafts/${String((await done(operator('POST', `/tariffs/${String(id)}/drafts`, versionId === undefined ? {} : { versionId }))).id)}`
  const [draft, late] = [await begin(), await begin()]
  const zone = { id: 'de', name: { de: 'Deutschland', en: 'Germany' }, kind: 'geographic', country: 'DE' }
  const filled = [
    { kind: 'set-zone', zone },
    { kind: 'add-price', zone: 'de', price: { perMinute: '0.0151' } },
    { kind: 'set-prefix', prefix: '+49', zone: 'de' },
  ]
  const first = await done(change(operator, draft, filled))
  assert.partialDeepStrictEqual(first, { revision: 2, facts: { zones: 1, prefixes: 1 } })
  assert.deepEqual((await done(operator('GET', `${draft}/faults`))).faults, [])
  const { versionId } = await done(publish(operator, draft))
  assert.partialDeepStrictEqual(await done(operator('GET', `${late}/publication`)), { objections: ['faults', 'outdated'] })

  const next = await begin(String(versionId))
  const { faults } = await done(operator('GET', `${next}/faults`))
  assert.partialDeepStrictEqual(faults, [{ kind: 'version-overlap', field: 'validFrom' }])
  await done(change(operator, next, [{ kind: 'set-validity', validFrom: '2026-11-22', validUntil: '2026-11-29' }]))
  assert.partialDeepStrictEqual(await done(operator('GET', `${next}/publication`)), { objections: ['faults', 'begins-too-early'] })
  assert.partialDeepStrictEqual((await done(operator('GET', `${next}/faults`))).faults, [{ kind: 'version-gap' }])
  assert.deepEqual(problem(await change(operator, next, [{ kind: 'remove-zone', zone: 'nowhere' }])), [400, 'invalid-request'])
  await done(operator('DELETE', next))
  await done(operator('DELETE', `/price-versions/${String(versionId)}`))
  assert.partialDeepStrictEqual(await shownTariff(running, String(id)), { versions: [], drafts: [{}], customers: 0 })
})

test('a version that a profile does not have, or that holds, is not taken back', async () => {
  await using running = await openProvider(cluster)
  const { operator } = running
  const { id } = await done(operator('POST', '/tariffs', { name: 'Alt' }))
  const { id: version } = await done(operator('POST', `/tariffs/${String(id)}/versions`, DOCUMENT))
  assert.deepEqual(problem(await operator('DELETE', `/price-versions/${String(version)}`)), [409, 'tariff-version-holds'])
  const [zone] = [(await done(operator('GET', `/price-versions/${String(version)}/zones?q=mobil`))).items].flat()
  assert.partialDeepStrictEqual(zone, { id: 'de-mobile', prefixes: ['+49151'], prefixCount: 1 })
  const nobodys = '018f0000-0000-7000-8000-000000000009'
  assert.deepEqual(problem(await operator('DELETE', `/price-versions/${nobodys}`)), [404, 'not-found'])
  const asked = { called: '+4930123456', at: '2026-02-30T10:00' }
  assert.deepEqual(problem(await operator('POST', '/tariff-trials', { by: { versionId: nobodys }, ...asked })), [404, 'not-found'])
  const impossible = await operator('POST', '/tariff-trials', { by: { versionId: version }, ...asked })
  assert.partialDeepStrictEqual([impossible.status, impossible.body], [400, { errors: [{ pointer: '/at' }] }])
})

test('BIL-07: who was given a tariff by hand is told what changes, from a day that the notice of its contract allows, and told when it does not come', async () => {
  await using running = await openProvider(cluster)
  const { operator, clock, mails } = running
  const { tenantId } = await flatProvider(running)
  const { id } = await done(operator('POST', '/tariffs', { name: 'Sondertarif' }))
  await done(operator('POST', `/tariffs/${String(id)}/versions`, DOCUMENT))
  const given = { validFrom: '2026-11-10', tariffId: id, extensions: 0, bundles: [] }
  await done(operator('PATCH', `/customer-tariffs?tenantId=${tenantId}`, given))
  const path = `/tariff-drafts/${String((await done(operator('POST', `/tariffs/${String(id)}/drafts`, {}))).id)}`
  const raise = { kind: 'raise', percent: '10', zones: ['de-mobile'] }
  await done(change(operator, path, [raise]))
  const expected = { validFrom: '2026-12-01', earliest: '2027-01-01', customers: 1, rule: 'price-list', objections: ['notice-too-short'] }
  assert.partialDeepStrictEqual(await done(operator('GET', `${path}/publication`)), expected)
  await done(change(operator, path, [{ kind: 'set-validity', validFrom: '2027-01-01', validUntil: null }]))
  running.mailIsAway(true)
  const { versionId } = await done(publish(operator, path))
  const planned = async () => [(await shownTariff(running, String(id)))?.versions].flat().at(-1)
  assert.partialDeepStrictEqual(await planned(), { id: versionId, state: 'planned', told: 0, waiting: 1 })
  await eventually('it was tried', () => running.failedMails() > 0)
  running.mailIsAway(false)
  await eventually('the customer is told', async () => {
    await clock.advance(600_000)
    return mails.length === 1
  })
  assert.match(
    mails[0]?.text ?? '',
    /ab 01\.01\.2027 gelten .* „Sondertarif“ neue Preise[\s\S]*- Mobilfunk: bisher 0,1252 EUR je Minute, Takt 60\/60, künftig 0,1377 EUR je Minute, Takt 60\/60\n$/,
  )
  assert.partialDeepStrictEqual(await planned(), { told: 1, waiting: 0 })
  await done(operator('DELETE', `/price-versions/${String(versionId)}`))
  await eventually('the customer is told that it does not come', () => mails.length === 2)
  assert.match(mails[1]?.text ?? '', /neue Preise ab 01\.01\.2027 angekündigt\. Diese Änderung nehmen wir zurück/)
  await clock.advance(3_600_000)
  assert.equal(mails.length, 2)
})

test('a table of prices is taken into a draft as a whole or not at all', async () => {
  await using running = await openProvider(cluster)
  const { operator } = running
  await flatProvider(running)
  const draft = await done(operator('POST', '/product-profiles/flat/tariff-drafts', {}))
  const path = `/tariff-drafts/${String(draft.id)}`
  const upload = async (of: string, csv: string, revision?: number) => {
    const seen = revision ?? (await revisionOf(operator, path))
    return operator('POST', `${path}/table?of=${of}&revision=${seen}`, Buffer.from(csv), { 'content-type': 'text/csv' })
  }
  const wrong = await done(upload('prices', 'Zone;Je Minute;Takt\nde-fixed;0,02;60\nde-mobile;-0,5;\n'))
  assert.partialDeepStrictEqual(wrong, { rows: 0, failed: 1, problems: [{ row: 2, field: 'increment', value: '60' }] })
  assert.partialDeepStrictEqual(await done(operator('GET', path)), { revision: 1 })
  assert.partialDeepStrictEqual(await done(upload('prices', 'Zone;Je Minute\nde-mobile;-0,5\n')), { rows: 1, failed: 0 })
  const prefixes = 'Vorwahl;Zone\n+49;de-fixed\n+4917;de-mobile\n+4917;de-fixed\n'
  assert.partialDeepStrictEqual(await done(upload('prefixes', prefixes)), { rows: 3, failed: 0 })
  assert.partialDeepStrictEqual((await done(operator('GET', `${path}/faults`))).faults, [
    { kind: 'negative-price', zone: 'de-mobile', row: 0 },
    { kind: 'duplicate-prefix', zone: 'de-fixed', prefix: '+4917' },
  ])
  assert.deepEqual(problem(await upload('prices', '')), [400, 'invalid-request'])
  assert.deepEqual(problem(await upload('prices', 'Zone;Je Minute\nde-mobile;0,5\n', 1)), [409, 'tariff-draft-changed'])
})

test('a draft that somebody else has changed since it was looked at is neither changed nor published', async () => {
  await using running = await openProvider(cluster)
  const { operator } = running
  await flatProvider(running)
  const { id } = await done(operator('POST', '/product-profiles/flat/tariff-drafts', {}))
  const path = `/tariff-drafts/${String(id)}`
  const added = { kind: 'add-price', zone: 'de-mobile', price: { perMinute: '0.5' } }
  const zones = async () => done(operator('GET', `${path}/zones?q=de-mobile`))
  await done(change(operator, path, [added, { ...added, price: { perMinute: '0.7' } }]))
  const { revision } = await zones()
  const removal = { revision, changes: [{ kind: 'remove-price', zone: 'de-mobile', row: 0 }] }
  await done(operator('PATCH', path, removal))
  // Whoever looked at the same rows would now remove another price.
  const late = await operator('PATCH', path, removal)
  assert.deepEqual(problem(late), [409, 'tariff-draft-changed'])
  assert.match(String(late.body.detail), /has changed the draft since: it is at revision 3/)
  assert.deepEqual(problem(await operator('POST', `${path}/publication`, { revision })), [409, 'tariff-draft-changed'])
  assert.deepEqual(problem(await operator('PATCH', path, { changes: removal.changes })), [400, 'invalid-request'])
  assert.deepEqual(problem(await operator('POST', `${path}/publication`, {})), [400, 'invalid-request'])
  const { items } = await zones()
  assert.partialDeepStrictEqual([items].flat(), [{ prices: [{ perMinute: '0.5' }, { perMinute: '0.7' }] }])
  const { revision: seen } = await done(operator('GET', `${path}/publication`))
  assert.equal(seen, 3)
  await done(operator('POST', `${path}/publication`, { revision: seen }))
})

test('BIL-07: a draft of a profile begins after the version that is planned, and is not published before it', async () => {
  await using running = await openProvider(cluster)
  const { operator, mails } = running
  const { contractId } = await flatProvider(running)
  const begin = async () => done(operator('POST', '/product-profiles/flat/tariff-drafts', {}))
  const [first, drafts] = [await begin(), '/tariff-drafts']
  const valid = (validFrom: string) => ({ kind: 'set-validity', validFrom, validUntil: null })
  await done(change(operator, `${drafts}/${String(first.id)}`, [valid('2027-03-01'), { kind: 'raise', percent: '5' }]))
  const { versionId } = await done(publish(operator, `${drafts}/${String(first.id)}`))
  await eventually('the customer is told', () => mails.length === 1)

  const second = await begin()
  assert.partialDeepStrictEqual(second, { basedOn: versionId, facts: { validFrom: '2027-04-01' } })
  const path = `${drafts}/${String(second.id)}`
  for (const day of ['2027-02-01', '2027-03-01']) {
    await done(change(operator, path, [valid(day)]))
    assert.partialDeepStrictEqual(await done(operator('GET', `${path}/publication`)), { objections: ['before-newest'] })
    assert.deepEqual(problem(await publish(operator, path)), [409, 'tariff-draft-not-ready'])
  }
  await done(change(operator, path, [valid('2027-04-01'), { kind: 'raise', percent: '5' }]))
  const later = await done(publish(operator, path))
  await eventually('the customer is told of these, too', () => mails.length === 2)
  const contract = `/contracts/${contractId}`
  const newPrices = [
    { from: '2027-03-01', versionId },
    { from: '2027-04-01', versionId: later.versionId },
  ]
  assert.partialDeepStrictEqual(await done(operator('GET', contract)), { newPrices })

  // The later ones are taken back: the earlier ones, of which the customer was told, still come.
  await done(operator('DELETE', `/price-versions/${String(later.versionId)}`))
  await eventually('the customer is told that the later ones do not come', () => mails.length === 3)
  assert.match(
    mails[2]?.text ?? '',
    /ab 01\.04\.2027 angekündigt\. Diese Änderung nehmen wir zurück; sie kommt nicht\. Die neuen Preise ab 01\.03\.2027/,
  )
  assert.partialDeepStrictEqual(await done(operator('GET', contract)), { newPrices: newPrices.slice(0, 1) })
})
