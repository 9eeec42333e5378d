import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carrier, TestTrunks } from '../test-support/test-trunks.ts'

const HOME = carrier('one')
const ABROAD = carrier('one', { foreign: true })
const REASON = ['Reason', 'Q.850;cause=21'] as const

interface Shown {
  readonly from: string
  readonly asserted?: readonly string[]
  readonly abroad?: true
}

async function callIn({ from, asserted = [], abroad }: Shown) {
  const trunks = new TestTrunks([abroad ? ABROAD : HOME])
  const headers = asserted.map((value) => ['P-Asserted-Identity', value] as const)
  const caller = await trunks.callIn('one', { uri: 'sip:+4922155500@klinke.example', from, headers })
  return { trunks, caller, steps: trunks.ended[0]?.route ?? [] }
}

const forged: readonly (readonly [shown: string, kind: string])[] = [
  ...['110', '112', '+49110', '0049112', '49110', '0110'].map((number) => [number, 'Notrufnummern'] as const),
  ...['115', '116117', '+49116117', '0116006'].map((number) => [number, 'Kurzwahlnummern'] as const),
  ...['11833', '118000', '+4911833', '011880'].map((number) => [number, 'Auskunftsnummern'] as const),
  ...['01371234567', '+491371234567', '01379012345'].map((number) => [number, 'Massenverkehrsnummern'] as const),
  ...['09001123456', '+499003123456', '00499005123456', '499009123456'].map((number) => [number, 'Premium-Nummern'] as const),
]
for (const [shown, kind] of forged) {
  for (const [where, call] of [
    ['From', { from: `<sip:${shown}@one.example>` }],
    ['From as tel', { from: `<tel:${shown};phone-context=one.example>` }],
    ['P-Asserted-Identity', { from: '<sip:+4930123456@one.example>', asserted: [`<sip:${shown}@one.example;user=phone>`] }],
    ['P-Asserted-Identity of a hidden caller', { from: '<sip:anonymous@anonymous.invalid>', asserted: [`<sip:${shown}@one.example>`] }],
  ] as const) {
    test(`LAW-02: a call that shows ${shown} in ${where} is broken off, with cause and record`, async () => {
      const { trunks, caller, steps } = await callIn(call)
      assert.deepEqual([caller.final, trunks.inside, trunks.ended[0]?.cause], [403, [], 'forbidden'])
      assert.ok(caller.finalHeaders.some(([name, value]) => name === REASON[0] && value === REASON[1]))
      const step = steps.find(({ step: name }) => name === 'caller-forbidden')
      assert.ok(step?.words?.de.includes(kind), step?.detail ?? 'no such step')
    })
  }
}

const passes: readonly (readonly [what: string, shown: Shown, inside: string])[] = [
  ['a number of an Ortsnetz', { from: '<sip:+49301234567@one.example>' }, '+49301234567'],
  ['one that ends in 110', { from: '<sip:+4930110@one.example>' }, '+4930110'],
  ['LAW-02: a number of 0138, which the law does not name', { from: '<sip:+491381234567@one.example>' }, '+491381234567'],
  ['one from abroad', { from: '<sip:+12025550100@one.example>' }, '+12025550100'],
  ['a service number that may be shown', { from: '<sip:08001234567@one.example>' }, '+498001234567'],
  ['LAW-02: a number of another country from abroad', { from: '<sip:+43123456789@one.example>', abroad: true }, '+43123456789'],
  ['LAW-02: a German mobile that roams', { from: '<sip:+4915112345678@one.example>', abroad: true }, '+4915112345678'],
  ['LAW-02: nobody, for a German number from abroad', { from: '"Bank" <sip:+49301234567@one.example>', abroad: true }, 'anonymous'],
  [
    'LAW-02: nobody, for one that stands in P-Asserted-Identity alone',
    { from: '<sip:+43123456789@one.example>', asserted: ['<tel:+49301234567>'], abroad: true },
    'anonymous',
  ],
  ['LAW-02: nobody, for 032 and 0800 from abroad', { from: '<sip:+493222123456@one.example>', abroad: true }, 'anonymous'],
]
for (const [what, shown, inside] of passes) {
  test(`a call comes in and shows ${what}`, async () => {
    const { trunks, steps } = await callIn(shown)
    assert.deepEqual(
      trunks.inside.map(({ from, displayName }) => [from, inside === 'anonymous' ? displayName : undefined]),
      [[inside, undefined]],
    )
    assert.equal(
      steps.some(({ step }) => step === 'caller-withheld'),
      inside === 'anonymous',
    )
    assert.equal(trunks.started[0]?.caller.number, inside)
  })
}

const rubbish: readonly string[] = [
  '<sip:@one.example>',
  '<sip:%00%ff@one.example>',
  '<tel:>',
  '<tel:+>',
  '<urn:service:sos>',
  '<sip:+49999999999999999999999999@one.example>',
  `<sip:${'1'.repeat(2_000)}@one.example>`,
  '"\\"" <sip:;;;@one.example>',
]
for (const value of rubbish) {
  test(`an identity that says ${value.slice(0, 40)} makes the caller nobody, and nothing worse`, async () => {
    const { trunks } = await callIn({ from: '<sip:anonymous@anonymous.invalid>', asserted: [value, value, value, value, value, value] })
    assert.deepEqual(
      trunks.inside.map(({ from }) => from),
      ['anonymous'],
    )
  })
}

for (const shown of ['112', '+49301234567']) {
  test(`EMG-01: a control centre that is expected to call back gets through from abroad, though it shows ${shown}`, async () => {
    const trunks = new TestTrunks([ABROAD])
    trunks.callBacks.add('+4922155500')
    await trunks.callIn('one', { uri: 'sip:+4922155500@klinke.example', from: `<sip:${shown}@one.example>` })
    assert.equal(trunks.inside.length, 1)
  })
}
