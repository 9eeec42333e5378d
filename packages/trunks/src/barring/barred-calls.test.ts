import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type RulesInShort, tenantRules } from '../test-support/rules.ts'
import { carrier, TENANT, TestTrunks } from '../test-support/test-trunks.ts'

const BERLIN = '+49302312500'

function setUp(rules: RulesInShort): TestTrunks {
  const trunks = new TestTrunks([carrier('one')])
  trunks.rules = tenantRules(rules)
  return trunks
}

test('FRD-01: a barred call reaches no carrier and its record says by which rule', async () => {
  const trunks = setUp({})
  const caller = await trunks.dial('+499001123456')
  assert.equal(caller.final, 403)
  assert.deepEqual(trunks.tried, [])
  const [step] = trunks.ended[0]?.route ?? []
  assert.deepEqual([step?.step, step?.detail], ['barred', '+499001123456: barred-range'])
  assert.equal(step?.words?.de, '+499001123456 ist gesperrt: für 0900-1 Information gibt es keine Freigabe.')
})

test('FRD-01: a released number goes to the carrier', async () => {
  const trunks = setUp({ releases: [{ target: '+49900' }] })
  await trunks.dial('+499001123456')
  assert.deepEqual(trunks.tried, ['one'])
})

test('FRD-02: a forwarding to a barred number is refused, whoever calls', async () => {
  const trunks = setUp({ customer: { deny: ['+4930'] } })
  trunks.wanted = { forwards: [{ number: '+4922155501', reason: 'unconditional' }] }
  const caller = await trunks.dial(BERLIN)
  assert.deepEqual([caller.final, trunks.tried], [403, []])
})

for (const [what, isLed, tried] of [
  ['calls nobody outside', {}, []],
  ['has its forwardings carried out', { isLed: true }, ['one']],
] as const) {
  test(`FRD-02: a locked telephone ${what}`, async () => {
    const trunks = setUp({ extensions: { 'acme-10': { locked: true } } })
    trunks.wanted = isLed
    await trunks.dial(BERLIN)
    assert.deepEqual(trunks.tried, tried)
  })
}

test('FRD-02: a tenant without number to show hears of the bar first', async () => {
  const trunks = new TestTrunks([carrier('one')], { ...TENANT, numbers: new Map() })
  await trunks.dial('+499001123456')
  assert.equal(trunks.ended[0]?.route[0]?.step, 'barred')
})

/** Every bar there is: whatever of it bars a usual number. */
const BARS: readonly (readonly [what: string, rules: RulesInShort, profile?: object])[] = [
  ['class 0 of the contract', {}, { barringClass: 0 }],
  ['class 0 of the customer', { customer: { class: 0 } }],
  ['class 0 of the extension', { extensions: { 'acme-10': { class: 0 } } }],
  ['Germany barred for the customer', { customer: { deny: ['DE'] } }],
  ['Germany barred for the extension', { extensions: { 'acme-10': { deny: ['DE'] } } }],
  ['all numbers of +49 barred', { customer: { deny: ['+49'] } }],
  ['the numbers themselves barred', { customer: { deny: ['+49110', '+49112', '+4930'] } }],
  ['closing time of the customer', { customer: { timed: { scheduleId: 's', when: 'open', class: 0 } } }],
  ['closing time of the extension', { extensions: { 'acme-10': { timed: { scheduleId: 's', when: 'open', class: 0 } } } }],
  ['the telephone lock', { extensions: { 'acme-10': { locked: true } } }],
  ['a barred range of the product', {}, { barredRanges: [{ prefix: '+49', releasable: false, name: { de: 'alles', en: 'all' } }] }],
]
for (const [what, rules, outbound] of BARS) {
  const tenant = outbound === undefined ? TENANT : { ...TENANT, profile: { ...TENANT.profile, outbound } }
  for (const dialled of ['110', '112', '0112', '+49110', 'urn:service:sos', '*31112']) {
    test(`EMG-01: ${what} does not keep ${dialled} from the carrier`, async () => {
      const trunks = new TestTrunks([carrier('one')], tenant)
      trunks.rules = tenantRules(rules)
      await trunks.dial(dialled)
      assert.deepEqual(trunks.tried, ['one'])
      assert.equal(trunks.started[0]?.emergency, true)
    })
  }
  test(`FRD-02: ${what} keeps a usual number from the carrier`, async () => {
    const trunks = new TestTrunks([carrier('one')], tenant)
    trunks.rules = tenantRules(rules)
    assert.equal((await trunks.dial(BERLIN)).final, 403)
    assert.deepEqual(trunks.tried, [])
  })
}
