import assert from 'node:assert/strict'
import { test } from 'node:test'
import { From } from '@klinke/sip'
import type { CallerNames } from '../phone-books/caller-names.ts'
import { groupSettings } from '../ring-groups/rules.ts'
import { TestPbx, type TestTenant } from '../test-support/test-pbx.ts'

const CALLER = '+4922155500'
const GROUP = '018f0000-0000-7000-8000-000000000001'

/** 20 has a name of its own for the caller, which nobody else sees. */
const names: CallerNames = {
  ofCompany: (tenantId, number) => (number === CALLER ? `${tenantId}s Kunde` : undefined),
  ofExtension: (_tenantId, extensionId, number) => (number === CALLER && extensionId === 'bolt-20' ? 'Tante Emma' : undefined),
}

function customers(more: Partial<TestTenant> = {}): TestPbx {
  const members = ['20', '21'].map((number) => ({ extensionId: `bolt-${number}`, signedIn: true, paused: false }))
  const group = { id: GROUP, name: 'Sales', number: '50', settings: groupSettings.parse({}), members }
  const numbers = {
    ...{ '+4922166600': '20', '+4922166601': '21', '+4922166650': { kind: 'group', targetId: GROUP } as const },
    '+4922166677': { kind: 'external', number: '+4922177700' } as const,
  }
  const targets = [{ kind: 'group', id: GROUP, name: 'Sales', number: '50' }]
  const bolt = {
    ...{ id: 'bolt', extensions: ['20', '21', '22'], numbers, targets },
    ...more,
    parts: { ringGroups: new Map([[GROUP, group]]), ...more.parts },
  }
  const others = [
    { id: 'acme', extensions: ['10'], numbers: { [CALLER]: '10' } },
    { id: 'calm', extensions: ['30'], numbers: { '+4922177700': '30' } },
  ]
  return new TestPbx([...others, bolt], { instead: { phoneBooks: { names } } })
}

/** The names that the phones which were rung show. */
function shown(pbx: TestPbx): readonly (string | undefined)[] {
  return pbx.phones.map(({ invite }) => From.parse(invite.from)?.displayName)
}

const rows: readonly (readonly [what: string, dialled: string, shown: readonly string[]])[] = [
  ['an extension by its own phone book', '022166600', ['Tante Emma']],
  ["another extension by the company's", '022166601', ['bolts Kunde']],
  ["all members of a ring group by the company's", '022166650', ['bolts Kunde', 'bolts Kunde']],
]
for (const [what, dialled, expected] of rows) {
  test(`DIR-01: a caller without a name is named to ${what}`, async () => {
    const pbx = customers()
    await pbx.dial('acme', '10', dialled)
    assert.deepEqual(shown(pbx), expected)
  })
}

test('a customer that a call is led on to sees the name that its own phone book has, never that of the one before', async () => {
  const pbx = customers()
  await pbx.dial('acme', '10', '022166677')
  assert.deepEqual(shown(pbx), ['calms Kunde'])
})

test('nobody is named where the tenant does not want it', async () => {
  const pbx = customers({ parts: { phoneBooks: 'never' } })
  await pbx.dial('acme', '10', '022166600')
  assert.deepEqual(shown(pbx), [undefined])
})

test('colleagues have their own names, whatever phone books say', async () => {
  const pbx = customers({ parts: { phoneBooks: 'always' } })
  await pbx.dial('bolt', '21', '20')
  assert.deepEqual(shown(pbx), ['Extension 21'])
})
