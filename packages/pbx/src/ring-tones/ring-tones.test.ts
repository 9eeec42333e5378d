import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEFAULT_OPERATOR_SETTINGS } from '../operator/rules.ts'
import { queueSettings } from '../queues/rules.ts'
import { groupSettings } from '../ring-groups/rules.ts'
import { TestPbx } from '../test-support/test-pbx.ts'
import { alertInfo, PRODUCT_TONES, type RingTone, type TenantRingTones } from './ring-tone.ts'
import { ringTone } from './rules.ts'

const MEMBERS = [{ extensionId: 'acme-11', signedIn: true, paused: false }]
const OWN: RingTone = { cadence: 5, name: 'sales' }
const NUMBER = '+4922155500'

function setUp(tones: Partial<TenantRingTones> = {}, own: RingTone | null = null): TestPbx {
  const team = { id: 'team', name: 'Sales', members: MEMBERS }
  return new TestPbx([
    {
      ...{ id: 'acme', extensions: ['10', '11', '19'], numbers: { [NUMBER]: '11', '+4922155501': { kind: 'operator' } } },
      targets: [
        { kind: 'operator', id: 'desk', name: 'Desk', number: '90' },
        { kind: 'group', id: 'team', name: 'Sales', number: '50' },
        { kind: 'queue', id: 'team', name: 'Sales', number: '60' },
      ],
      parts: {
        ringGroups: new Map([['team', { ...team, number: '50', settings: groupSettings.parse({ ringTone: own }) }]]),
        queues: new Map([['team', { ...team, number: '60', settings: queueSettings.parse({ ringTone: own, greeting: false }) }]]),
        operator: {
          ...{ id: 'desk', name: 'Desk', number: '90', mode: 'automatic' },
          settings: { ...DEFAULT_OPERATOR_SETTINGS, day: { kind: 'extension', targetId: 'acme-11' }, greeting: 'none' },
        },
        ringTones: { tones: PRODUCT_TONES, doors: new Set(['acme-19']), ...tones },
      },
    },
    { id: 'bolt', extensions: ['20'], numbers: { '+4922166600': '20' } },
  ])
}

const heard = (pbx: TestPbx): readonly string[] =>
  pbx.phone().invite.headers?.flatMap(([name, value]) => (name === 'Alert-Info' ? [value] : [])) ?? []

const rows: readonly (readonly [what: string, tenant: string, from: string, dialled: string, tone: RingTone | null])[] = [
  ['a colleague', 'acme', '10', '11', PRODUCT_TONES.internal],
  ['somebody outside', 'bolt', '20', NUMBER, PRODUCT_TONES.external],
  ['the door', 'acme', '19', '11', PRODUCT_TONES.door],
  ['a ring group', 'acme', '10', '50', PRODUCT_TONES.group],
  ['a queue', 'acme', '10', '60', PRODUCT_TONES.queue],
  ['the operator, from inside', 'acme', '10', '90', PRODUCT_TONES.operator],
  ['the operator, from outside', 'bolt', '20', '+4922155501', PRODUCT_TONES.operator],
]
for (const [what, tenant, from, dialled, tone] of rows) {
  test(`CALL-05: a phone rings for ${what} in its way`, async () => {
    const pbx = setUp()
    await pbx.dial(tenant, from, dialled)
    assert.deepEqual(heard(pbx), tone && [alertInfo(tone)])
  })
}

test('CALL-05: a tenant has other tones, or none for a kind', async () => {
  const pbx = setUp({ tones: { ...PRODUCT_TONES, external: { cadence: 4, name: 'door-bell' }, internal: null } })
  await pbx.dial('bolt', '20', NUMBER)
  assert.deepEqual(heard(pbx), ['<http://127.0.0.1/Bellcore-dr4>;info=door-bell;x-line-id=0'])
  await pbx.dial('acme', '10', '11')
  assert.deepEqual(heard(pbx), [])
})

for (const dialled of ['50', '60']) {
  test(`CALL-05: the team with number ${dialled} has a tone of its own`, async () => {
    const pbx = setUp({}, OWN)
    await pbx.dial('acme', '10', dialled)
    assert.deepEqual(heard(pbx), [alertInfo(OWN)])
  })
}

test('CALL-05: a caller from outside rings as that also where a colleague transfers it', async () => {
  const pbx = setUp()
  await pbx.dial('bolt', '20', NUMBER)
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  pbx.phone().session.sendRefer({ uri: 'sip:10@acme.example' })
  await pbx.clock.advance(0)
  assert.match(pbx.phone().invite.uri, /^sip:10@/)
  assert.deepEqual(heard(pbx), [alertInfo(PRODUCT_TONES.external ?? OWN)])
})

for (const name of ['x;y', 'a\r\nContact: x', '<x>', 'a b', '']) {
  test(`"${JSON.stringify(name)}" is no name of a tone: it would stand in a header field`, () => {
    assert.equal(ringTone.safeParse({ cadence: 1, name }).success, false)
  })
}
