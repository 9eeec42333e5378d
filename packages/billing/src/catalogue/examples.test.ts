/** The five reference services as profiles: each figure that the requirements give, a row. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { amountOf } from '../amounts.ts'
import { faultsOf } from '../rated-calls/tariff-file.ts'
import { exampleProfiles } from './examples.ts'
import type { ProfileFile } from './profile-file.ts'
import { readProfile } from './read-profile.ts'

let profiles: ReadonlyMap<string, ProfileFile>
before(async () => {
  const read = (await exampleProfiles()).map(({ file, text }) => readProfile(text, file).profile)
  profiles = new Map(read.map((profile) => [profile.profile, profile]))
})

function profileNamed(name: string): ProfileFile {
  const profile = profiles.get(name)
  assert.ok(profile, name)
  return profile
}

function itemOf(profile: string, item: string) {
  const found = profileNamed(profile).items.find(({ id }) => id === item)
  assert.ok(found, `${profile}: ${item}`)
  return found
}

test('all five reference services are profiles', () => {
  assert.deepEqual([...profiles.keys()], ['channels', 'flat', 'packages', 'quota', 'trunks'])
})

const PRICES: readonly (readonly [source: string, profile: string, item: string, price: string, setUp?: string])[] = [
  ['BIL-02', 'packages', 'base', '24.90'],
  ['BIL-02', 'packages', 'base-extended', '39.90'],
  ['BIL-02', 'packages', 'trunk', '6.90'],
  ['BIL-02', 'packages', 'user-basic', '5.90'],
  ['BIL-02', 'packages', 'user-comfort', '9.90'],
  ['BIL-02', 'packages', 'user-premium', '12.90'],
  ['BIL-02', 'flat', 'extension', '8.50'],
  ['BIL-02', 'flat', 'app', '3.00'],
  ['BIL-02', 'flat', 'group', '4.90'],
  ['BIL-02', 'flat', 'room', '4.90'],
  ['BIL-02', 'flat', 'queue', '14.90'],
  ['BIL-02', 'flat', 'pin-module', '4.90'],
  ['BIL-02', 'flat', 'crm', '4.90'],
  ['BIL-02', 'flat', 'base', '0.00', '199.00'],
  ['BIL-02', 'flat', 'flat-fixed', '6.90'],
  ['BIL-02', 'flat', 'flat-fixed-mobile', '12.90'],
  ['BIL-02', 'flat', 'flat-eu-fixed', '19.90'],
  ['BIL-02', 'flat', 'flat-eu', '25.90'],
  ['BIL-02', 'flat', 'premium-support', '15.00'],
  ['BIL-02', 'flat', 'third-party-trunk', '19.00', '99.00'],
  ['NUM-09', 'flat', 'number-single', '4.90'],
  ['NUM-09', 'flat', 'number-ten', '29.90'],
  ['NUM-09', 'flat', 'number-hundred', '129.00'],
  ['NUM-09', 'flat', 'clip-validation', '29.00'],
]
for (const [source, profile, item, price, setUp] of PRICES)
  test(`${source}: ${item} of ${profile} costs ${price}${setUp === undefined ? '' : `, and ${setUp} to set up`}`, () => {
    const found = itemOf(profile, item)
    assert.deepEqual([amountOf(found.price), found.setUp === undefined ? undefined : amountOf(found.setUp)], [price, setUp])
  })

const COUNTING: readonly (readonly [source: string, profile: string, item: string, rule: object])[] = [
  ['BIL-01, BIL-03', 'quota', 'quota-10', { rule: 'always', due: 'arrears' }],
  ['BIL-03', 'quota', 'mobile-client', { rule: 'active-days', moreThanDays: 2, due: 'arrears' }],
  ['BIL-03', 'packages', 'user-basic', { rule: 'month-maximum', due: 'arrears' }],
  ['BIL-03', 'flat', 'extension', { rule: 'by-days', due: 'arrears' }],
]
for (const [source, profile, item, rule] of COUNTING)
  test(`${source}: ${item} of ${profile} is counted by ${JSON.stringify(rule)}`, () => {
    assert.deepEqual(profileNamed(profile).counting[itemOf(profile, item).counting ?? 'default'], rule)
  })

test('BIL-01: prices of extensions fall from 15 on; a base fee includes extensions', () => {
  assert.equal(itemOf('flat', 'extension').volume?.steps[0]?.from, 15)
  assert.deepEqual(itemOf('quota', 'quota-10').quota, [{ item: 'extension', quantity: 10 }])
})

test('BIL-04: flat rates are for all extensions, those for mobiles from ten on, from the change of a month, with 500 and 200 minutes', () => {
  const flats = profileNamed('flat').items.filter(({ kind }) => kind === 'flat')
  for (const { follows, begins, requires, flat } of flats) {
    assert.deepEqual([follows, begins], ['extension', 'month'])
    const isMobile = flat?.covers.includes('mobile') === true
    assert.deepEqual(requires, isMobile ? { item: 'extension', quantity: 10 } : undefined)
    assert.deepEqual(flat?.fairUseMinutes, isMobile ? { fixed: 500, mobile: 200 } : { fixed: 500 })
    assert.deepEqual([flat?.geographicOnly, flat?.forwarding, flat?.voiceOnly], [true, false, true])
  }
  const countries = itemOf('flat', 'flat-eu').flat?.countries
  assert.deepEqual([countries?.length, new Set(countries).size], [29, 29])
})

const SETTINGS: readonly (readonly [source: string, profile: string, settings: object])[] = [
  ['CONF-01', 'flat', { maxConferenceMembers: 99 }],
  ['CONF-01', 'channels', { maxConferenceMembers: 50 }],
  ['CONF-01', 'quota', { maxConferenceMembers: 20 }],
  ['VM-02', 'flat', { voicemailMessages: 100, voicemailDays: 60 }],
  ['DEV-01', 'flat', { maxContactsPerExtension: 4 }],
  ['EMG-06', 'flat', { moveNoticeDays: 7 }],
  ['EMG-06', 'channels', { moveNoticeDays: 0 }],
  ['REC-01', 'channels', { storageBytes: 10 * 1024 ** 3 }],
  ['TRK-02', 'channels', { minTrunkChannels: 4 }],
  ['TRK-02', 'flat', { admission: { channels: { both: 10 } } }],
  ['TRK-04', 'channels', { admission: { callRate: { rule: 'per-channel' } } }],
  ['TRK-04', 'trunks', { admission: { callRate: { rule: 'by-channels' } } }],
  ['TRK-12', 'packages', { ownCarriers: 1 }],
  ['TRK-12', 'flat', { ownCarriers: 0 }],
  ['TRK-12', 'channels', { ownCarriers: 0 }],
  ['TRK-12', 'quota', { ownCarriers: 1 }],
  ['NUM-02', 'trunks', { requireProofOfLocation: true }],
  ['NUM-03', 'channels', { newNumbers: 'blocks-only' }],
  ['TRK-01', 'trunks', { newNumbers: 'any' }],
  ['SLA-01', 'trunks', { serviceLevel: { availability: [{ side: 'all', percent: 99.9 }], year: 'contract' } }],
  ['SLA-01', 'packages', { serviceLevel: { availability: [{ side: 'all', percent: 99.8 }] } }],
  [
    'SLA-01',
    'flat',
    {
      serviceLevel: {
        availability: [
          { side: 'internet', percent: 99.9 },
          { side: 'upstream', percent: 99 },
        ],
        decimals: 2,
      },
    },
  ],
  [
    'SLA-03',
    'trunks',
    { serviceLevel: { maintenance: [{ days: ['sunday'], from: '00:00', to: '06:00' }, { notice: { workingDays: 5 } }] } },
  ],
  [
    'SLA-02',
    'trunks',
    {
      repair: {
        hours: 8,
        counted: {
          ...{ days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '08:00', to: '18:00' },
          nationalHolidays: false,
        },
      },
    },
  ],
  [
    'SLA-03',
    'channels',
    {
      serviceLevel: {
        maintenance: [
          { from: '00:00', to: '06:00', unannounced: true, maxMinutes: 15 },
          { days: ['saturday'], from: '03:00', to: '08:00' },
          { urgent: true, from: '18:00', to: '08:00' },
        ],
      },
    },
  ],
  [
    'SLA-03',
    'flat',
    {
      serviceLevel: {
        maintenance: [
          { from: '20:00', to: '06:00' },
          { days: ['tuesday', 'thursday'], from: '02:00', to: '08:00', unannounced: true, maxMinutes: 120 },
        ],
      },
    },
  ],
  ['FRD-03', 'flat', { guard: { lockNoticeHours: 7 * 24 } }],
  ['BIL-07', 'flat', { payments: { returnFeeMicros: 12_000_000 } }],
  ['SLA-03', 'packages', { serviceLevel: { maintenance: [{ notice: { days: 7 } }, { urgent: true, notice: { hours: 1 } }] } }],
  ['FRD-02', 'channels', { outbound: { barringClass: 2 } }],
]
for (const [source, profile, settings] of SETTINGS)
  test(`${source}: an exchange of ${profile} is set to ${JSON.stringify(settings)}`, () => {
    assert.partialDeepStrictEqual(profileNamed(profile).settings, settings)
  })

test('ORD-02: minimums, terms and notice as the services have them', () => {
  assert.equal(itemOf('flat', 'extension').minimum, 3)
  assert.equal(itemOf('channels', 'channel-basic').minimum, 4)
  assert.deepEqual(profileNamed('trunks').terms.termMonths, [12, 24, 36, 48, 60])
  assert.deepEqual(profileNamed('trunks').terms.increase, { firstAfterMonths: 6, restartMonths: 12, whenRemainingMonths: 12 })
  assert.deepEqual(profileNamed('flat').terms.termMonths, [12])
  assert.deepEqual(
    profileNamed('flat').terms.layers.map(({ name }) => name),
    ['order-form', 'price-list', 'general-terms'],
  )
})

const PROMISES: readonly (readonly [source: string, profile: string, promised: object])[] = [
  ['SLA-02', 'trunks', { faultReports: '24x7' }],
  ['SLA-02', 'packages', { faultReports: '24x7', serviceHours: { days: 'monday-friday', from: '08:00', to: '17:00' } }],
  ['SLA-02', 'flat', { serviceHours: { days: 'monday-friday', from: '09:00', to: '17:00' } }],
  ...['quota', 'trunks', 'flat'].map((profile) => ['SLA-04', profile, { tickets: { chargeable: true } }] as const),
]
for (const [source, profile, promised] of PROMISES)
  test(`${source}: ${profile} promises ${JSON.stringify(promised)}`, () => {
    assert.partialDeepStrictEqual(profileNamed(profile).serviceLevel, promised)
  })

test('BIL-08, BIL-09: customers of [F] pay by debit or from credit, with eight weeks to ask a debit back and a year to ask credit back', () => {
  assert.deepEqual(profileNamed('flat').payments, {
    ...{ methods: ['sepa', 'prepaid'], refundNoteWeeks: 8 },
    prepaid: { refundWithinMonths: 12 },
  })
})

test('ORD-05: comfort has three groups, three forwardings, two fax lines, two soft clients and an hour; billing from first use, at latest the third working day', () => {
  const { installation = [], readyForBilling } = profileNamed('quota').orders ?? {}
  assert.deepEqual(
    installation.map(({ name }) => name),
    ['self', 'comfort', 'individual'],
  )
  assert.partialDeepStrictEqual(installation[1], { groups: 3, forwardings: 3, faxToMail: 2, softClients: 2, briefingMinutes: 60 })
  assert.deepEqual(readyForBilling, { from: 'first-use', latestWorkingDay: 3 })
})

test('ORD-06: [F] checks credit before; [F] and [T] have calls that others bill released', () => {
  assert.deepEqual(profileNamed('flat').orders?.creditCheck, ['before'])
  for (const name of ['flat', 'trunks']) assert.deepEqual(profileNamed(name).orders?.releaseForms, ['offline-billed-numbers'])
})

test('BIL-02, BIL-07: an invoice split by site costs 4.90 each, one on paper 2.00; objections have six weeks', () => {
  const { invoice } = profileNamed('flat')
  assert.deepEqual([invoice?.splitFee, invoice?.paperFee, invoice?.objectionWeeks], [4_900_000n, 2_000_000n, 6])
})

test('BIL-02, BIL-03: calls of [F] cost 0.0151, 0.1252 and from 0.0328 by the started minute; those of [C] are by the second', () => {
  const { tariff } = profileNamed('flat')
  const price = (zone: string) => tariff?.zones.find(({ id }) => id === zone)?.prices[0]?.perMinute
  assert.deepEqual([price('de-fixed'), price('de-mobile'), price('de-service')], ['0.0151', '0.1252', '0.0328'])
  assert.deepEqual(tariff?.increment, { firstSeconds: 60, thenSeconds: 60 })
  assert.deepEqual(profileNamed('channels').tariff?.increment, { firstSeconds: 1, thenSeconds: 1 })
})

for (const name of ['channels', 'flat', 'quota', 'trunks'])
  test(`the tariff of ${name} has no faults`, () => {
    const { tariff, validFrom } = profileNamed(name)
    assert.ok(tariff)
    assert.deepEqual(faultsOf({ ...tariff, validFrom }), [])
  })

test('BIL-04: the bundles of the EU flat rates have the 29 countries, for each seat 500 and 200 minutes, not for forwarded calls', () => {
  const bundles = profileNamed('flat').tariff?.bundles?.filter(({ id }) => id.startsWith('flat-eu'))
  assert.deepEqual(
    bundles?.map(({ id, countries, seconds, origins, media }) => [id, countries?.length, seconds, origins, media]),
    [
      ['flat-eu-fixed', 29, 30_000, ['own'], ['voice']],
      ['flat-eu', 29, 30_000, ['own'], ['voice']],
      ['flat-eu-mobile', 29, 12_000, ['own'], ['voice']],
    ],
  )
})

test('BIL-07: prices change two weeks before the next month, terms with eight weeks', () => {
  const [list, terms] = profileNamed('flat').priceChange
  assert.deepEqual([list?.notice, list?.from, terms?.notice], [{ weeks: 2 }, 'month-begin', { weeks: 8 }])
})

test('BIL-06: itemised bills of [C] are gone six months after the invoice month; its lines for people in need are summed', () => {
  assert.partialDeepStrictEqual(profileNamed('channels').itemisedBill, { deletedAfterMonths: 6, counsellingLines: 'summed' })
})
