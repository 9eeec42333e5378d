import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hotDeskingOf } from '../hot-desking/hot-desks.ts'
import { TestPbx } from '../test-support/test-pbx.ts'
import type { NewTest } from './store.ts'
import { emergencyTestCode } from './test-call.ts'

const clock = { epochMs: () => Date.UTC(2026, 10, 1) }

function setUp(keep: (test: NewTest) => Promise<unknown>): TestPbx {
  const hotDesking = hotDeskingOf([['acme-90', undefined]], [])
  const acme = { id: 'acme', extensions: ['10', '90'], numbers: { '+4922155500': '10' }, parts: { hotDesking } }
  return new TestPbx([acme], { instead: { emergencyTests: { features: [emergencyTestCode(clock, keep)] } } })
}

for (const phone of ['10', '90']) {
  test(`LAW-03: *59 at ${phone} says what the control centre sees, keeps it, and calls nobody`, async () => {
    const kept: NewTest[] = []
    const pbx = setUp(async (test) => void kept.push(test))
    await pbx.dialAndListen('acme', phone, '*59')
    assert.deepEqual([pbx.phones.length, pbx.outside.length], [0, 0])
    assert.deepEqual(
      [kept[0]?.extensionId, kept[0]?.madeBy, kept[0]?.result.findings.includes('no-carrier')],
      [`acme-${phone}`, 'telephone', true],
    )
    assert.deepEqual(pbx.announced, ['de/emergency-test-no-number', 'de/emergency-test-bad'])
    assert.equal(pbx.started[0]?.emergency, false)
    assert.ok(pbx.steps.includes('emergency-test'))
  })
}

test('what a test finds is said even if it cannot be written down', async () => {
  const pbx = setUp(() => Promise.reject(new Error('no database')))
  await pbx.dialAndListen('acme', '10', '*59')
  assert.ok(pbx.announced.includes('de/emergency-test-bad'))
  assert.ok(pbx.steps.includes('database-away'))
})

test('LAW-03: *59 speaks the registered address, where the carrier is not told it, too: town and street letter by letter', async () => {
  const address = { street: 'Lindenstr.', houseNumber: '4a', postalCode: '50667', city: 'Köln', from: '2020-01-01' }
  const site = { id: 'k', name: 'Köln', isMain: true, areaCode: '221', emergencyNumber: undefined, addresses: [address] }
  const acme = { id: 'acme', extensions: ['10'], numbers: { '+4922155500': '10' }, sites: [site] }
  const pbx = new TestPbx([acme], { instead: { emergencyTests: { features: [emergencyTestCode(clock, () => Promise.resolve())] } } })
  await pbx.dialAndListen('acme', '10', '*59')
  const said = pbx.announced.map((file) => file.replace(/^de\/(emergency-test-)?/, ''))
  assert.deepEqual(said, [
    ...['no-number', 'bad', 'registered', 'number-5', 'number-0', 'number-6', 'number-6', 'number-7'],
    ...['town', 'letter-k', 'letter-oe', 'letter-l', 'letter-n'],
    ...['street', 'letter-l', 'letter-i', 'letter-n', 'letter-d', 'letter-e', 'letter-n', 'street-strasse'],
    ...['house-number', 'number-4', 'letter-a'],
  ])
})
