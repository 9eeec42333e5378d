import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused } from '@klinke/calls'
import { CodeIndex, type FeatureCodes } from './code-index.ts'
import type { Feature } from './feature.ts'
import { assertDistinct } from './rules.ts'

const title = { de: 'x', en: 'x' }
const run = () => Promise.resolve(refused('declined', 603))

const FEATURES: readonly Feature[] = [
  { name: 'forward', title, codes: ['*21'], when: 'dialled', argument: 'required', run },
  { name: 'forward-off', title, codes: ['#21', '*021'], when: 'dialled', argument: 'none', run },
  { name: 'hide', title, codes: ['*31'], when: 'before-number', digits: 0, choose: () => ({ hidden: true }) },
  { name: 'transfer', title, codes: ['*2'], when: 'in-call' },
]
const index = new CodeIndex(FEATURES)
const NONE: FeatureCodes = new Map()
const OWN: FeatureCodes = new Map([
  ['forward', ['*5', '*500']],
  ['hide', []],
])

const rows: readonly (readonly [dialled: string, codes: FeatureCodes, feature: string | undefined, rest?: string])[] = [
  ['*2111', NONE, 'forward', '11'],
  ['*21*0301234567#', NONE, 'forward', '0301234567'],
  ['#21#', NONE, 'forward-off', ''],
  ['*021', NONE, 'forward-off', ''],
  ['*310301234567', NONE, 'hide', '0301234567'],
  ['*31#0301234567', NONE, 'hide', '0301234567'],
  ['*2', NONE, undefined],
  ['*99', NONE, undefined],
  ['2111', NONE, undefined],
  ['*511', OWN, 'forward', '11'],
  ['*50011', OWN, 'forward', '11'],
  ['*2111', OWN, undefined],
  ['*310301234567', OWN, undefined],
]
for (const [dialled, codes, feature, rest] of rows) {
  test(`${dialled} is ${feature ?? 'no code'}${codes === OWN ? " by the tenant's own codes" : ''}`, () => {
    const match = index.match(dialled, codes)
    assert.deepEqual([match?.feature.name, match?.rest], [feature, rest])
  })
}

const clashes: readonly (readonly [codes: readonly string[], clash: boolean])[] = [
  [['*41'], false],
  [['*21', '*210'], false],
  [['*31'], true],
  [['*3'], true],
  [['*312'], true],
  [['*2'], false],
  [['*'], true],
]
for (const [codes, clash] of clashes) {
  test(`the codes ${codes.join(' and ')} for one feature ${clash ? 'could be mistaken for another' : 'are distinct'}`, () => {
    const forward = FEATURES.find(({ name }) => name === 'forward')
    assert.ok(forward)
    if (clash) assert.throws(() => assertDistinct(codes, forward, FEATURES, NONE), { code: 'feature-code-taken' })
    else assertDistinct(codes, forward, FEATURES, NONE)
  })
}
