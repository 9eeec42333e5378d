import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planChange } from './changes.ts'
import type { TrunkLogin } from './customer-trunk.ts'
import { TrunkRuleBroken } from './refusals.ts'
import type { TrunkChange } from './rules.ts'
import type { TrunkRange, TrunkTerms } from './sellable.ts'

const range = (first: string, size: number): TrunkRange => ({ first, size, state: 'active', siteId: null, temporaryFor: null })
const BLOCK = range('+49221123400', 100)
const LOGIN: TrunkLogin = { id: 'l1', username: 'tabc', ha1: { md5: 'a', sha256: 'b' }, block: undefined }
const CONNECT: TrunkTerms = {
  ...{ product: 'extended-connect', channels: 10, signalling: 'sipconnect', transport: 'UDP', ranges: [BLOCK] },
  access: { kind: 'registration', logins: [LOGIN] },
}
const LINK: TrunkTerms = {
  ...{ product: 'extended-link', channels: 10, signalling: 'microsoft', transport: 'TLS', ranges: [BLOCK] },
  access: { kind: 'fixed-ip', places: [{ host: '192.0.2.1', port: undefined }] },
}
const PLACES = [{ host: '192.0.2.7', port: null }]

function plan(before: TrunkTerms, change: TrunkChange, added: readonly TrunkRange[] = []) {
  return planChange(before, change, { contract: {}, added })
}
function rule(before: TrunkTerms, change: TrunkChange, added: readonly TrunkRange[] = []): string {
  try {
    plan(before, change, added)
    return 'possible'
  } catch (error) {
    assert.ok(error instanceof TrunkRuleBroken)
    return error.rule
  }
}

test('a swap of the product tells what does not go any more and what the PBX needs', () => {
  const { after, effects, needs } = plan(CONNECT, { kind: 'product', product: 'extended-link', access: 'fixed-ip', places: PLACES })
  assert.partialDeepStrictEqual(after, { product: 'extended-link', channels: 10, signalling: 'sipconnect', ranges: [BLOCK] })
  const told = effects.map(({ en }) => en).join(' ')
  assert.match(told, /SIP trunk Extended Connect becomes SIP trunk Extended Link with the same 10 channels/)
  assert.match(told, /G\.729 does not go/)
  assert.match(told, /Fax does not go/)
  assert.match(needs.map(({ de }) => de).join(' '), /Firewall/)
})

test('from link to connect everything stays as it is: addresses, signalling, transport', () => {
  const { after, needs } = plan(LINK, { kind: 'product', product: 'extended-connect' })
  assert.deepEqual(after, { ...LINK, product: 'extended-connect' })
  assert.deepEqual(needs, [])
})

test('a product with an account per block needs new accounts', () => {
  const { after, needs } = plan(CONNECT, { kind: 'product', product: 'extended' })
  assert.deepEqual(after.access, { kind: 'registration', logins: [] })
  assert.match(needs[0]?.en ?? '', /1 new account/)
})

test('from fixed addresses to registration and back', () => {
  const registered = plan({ ...LINK, product: 'extended-connect' }, { kind: 'access', access: 'registration' })
  assert.deepEqual(registered.after.access, { kind: 'registration', logins: [] })
  assert.match(registered.needs[0]?.en ?? '', /registers before/)
  const fixed = plan(CONNECT, { kind: 'access', access: 'fixed-ip', places: PLACES })
  assert.deepEqual(fixed.after.access, { kind: 'fixed-ip', places: [{ host: '192.0.2.7', port: undefined }] })
})

const ROWS: readonly (readonly [why: string, before: TrunkTerms, change: TrunkChange, rule: string, added?: readonly TrunkRange[]])[] = [
  ['link does not register', LINK, { kind: 'access', access: 'registration' }, 'trunk-access-not-allowed'],
  ['a PBX that has no address needs one', CONNECT, { kind: 'access', access: 'fixed-ip' }, 'trunk-places-missing'],
  ['what is so already', CONNECT, { kind: 'access', access: 'registration' }, 'trunk-nothing-changed'],
  [
    'the last block does not go while a single number stays',
    { ...CONNECT, ranges: [range('+4922155', 1), BLOCK] },
    { kind: 'numbers', add: [], remove: [BLOCK.first] },
    'trunk-single-needs-block',
  ],
  ['a number that is not there does not go', CONNECT, { kind: 'numbers', add: [], remove: ['+49221'] }, 'trunk-number-unknown'],
  [
    'more numbers than the channels allow',
    CONNECT,
    { kind: 'numbers', add: ['+4922177000'], remove: [] },
    'trunk-numbers-above-ceiling',
    [range('+4922177000', 1000)],
  ],
  [
    'a number of another trunk has no site here',
    CONNECT,
    { kind: 'sites', at: [{ range: '+4930', siteId: null }] },
    'trunk-number-unknown',
  ],
]
for (const [why, before, change, expected, added] of ROWS) {
  test(`not possible: ${why}`, () => assert.equal(rule(before, change, added), expected))
}

test('TRK-16: five single numbers at a time, and five sites', () => {
  const singles = Array.from({ length: 6 }, (_, index) => range(`+492219999${index}`, 1))
  const add = (count: number): TrunkChange => ({ kind: 'numbers', add: singles.slice(0, count).map(({ first }) => first), remove: [] })
  assert.deepEqual(
    [5, 6].map((count) => rule(CONNECT, add(count), singles.slice(0, count))),
    ['possible', 'trunk-change-too-large'],
  )
  const tens = Array.from({ length: 6 }, (_, index) => range(`+49221888${index}0`, 10))
  const sites = (count: number): TrunkChange => ({
    kind: 'sites',
    at: tens.slice(0, count).map(({ first }, index) => ({ range: first, siteId: `site-${index}` })),
  })
  assert.deepEqual(
    [5, 6].map((count) => rule({ ...CONNECT, ranges: tens }, sites(count))),
    ['possible', 'trunk-change-too-large'],
  )
})
