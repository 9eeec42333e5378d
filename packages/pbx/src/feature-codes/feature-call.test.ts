import assert from 'node:assert/strict'
import { test } from 'node:test'
import { talked } from '@klinke/calls'
import { DatabaseUnavailable } from '@klinke/platform'
import type { OpenSlice } from '../slices/slice.ts'
import { TestPbx } from '../test-support/test-pbx.ts'

const TENANT = { id: 'acme', extensions: ['10', '11'], numbers: { '+4922155500': '11' } }
const title = { de: 'Probe', en: 'Probe' }

function probe(): { readonly slice: OpenSlice; readonly ran: string[] } {
  const ran: string[] = []
  const slice: OpenSlice = {
    features: [
      {
        ...{ name: 'probe', title, codes: ['*71'], when: 'dialled', argument: 'optional' },
        run: (_call, argument, { extension }) => {
          ran.push(`${extension.number}: ${argument}`)
          return Promise.resolve(talked('hung-up-by-called'))
        },
      },
      { name: 'bare', title, codes: ['*72'], when: 'dialled', argument: 'none', run: () => Promise.reject(new Error('must not run')) },
      {
        ...{ name: 'away', title, codes: ['*77'], when: 'dialled', argument: 'none' },
        run: () => Promise.reject(new DatabaseUnavailable(new Error('connect ECONNREFUSED'))),
      },
      { name: 'faulty', title, codes: ['*78'], when: 'dialled', argument: 'none', run: () => Promise.reject(new Error('a bug')) },
      { name: 'stored', title, codes: ['*73'], when: 'for-number', argument: 'none', number: () => '*740302312500' },
      { name: 'hide', title, codes: ['*74'], when: 'before-number', digits: 0, choose: () => ({ hidden: true }) },
      { name: 'loop', title, codes: ['*75'], when: 'for-number', argument: 'none', number: () => '*75' },
      { name: 'none', title, codes: ['*76'], when: 'for-number', argument: 'none', number: () => undefined },
    ],
  }
  return { slice, ran }
}

function setUp() {
  const { slice, ran } = probe()
  return { ran, pbx: new TestPbx([TENANT], { instead: { featureCodes: slice } }) }
}

test('what a code changes is stored: while the database is away who dialled it hears that it is not possible at present', async () => {
  const { pbx } = setUp()
  const caller = await pbx.dialAndListen('acme', '10', '*77')
  assert.deepEqual([caller.final, pbx.announced], [480, ['de/not-possible-now']])
  assert.deepEqual(pbx.steps, ['feature', 'database-away', 'announced'])
  assert.equal(pbx.ended[0]?.cause, 'unreachable')
})

test('a fault of a code that is not the database stays a fault', async () => {
  const { pbx } = setUp()
  assert.equal((await pbx.dial('acme', '10', '*78')).final, 500)
})

test('a code does what it stands for, for the extension that dialled it, with what follows', async () => {
  const { ran, pbx } = setUp()
  await pbx.dial('acme', '10', '*7155')
  assert.deepEqual(ran, ['10: 55'])
  assert.deepEqual(pbx.steps, ['feature'])
})

for (const [what, dialled, step] of [
  ['a code that nobody has', '*88', 'unknown-feature-code'],
  ['a code with digits that it does not take', '*7255', 'feature-argument'],
  ['a code for a number that is not there', '*76', 'unknown-feature-code'],
  ['a code that stands for itself', '*75', 'unknown-feature-code'],
] as const) {
  test(`${what} is refused with 404 and noted as ${step}`, async () => {
    const { pbx } = setUp()
    assert.equal((await pbx.dialAndListen('acme', '10', dialled)).final, 404)
    assert.deepEqual(pbx.announced, ['de/unknown-code'])
    assert.ok(pbx.steps.includes(step))
  })
}

test('a code that stands for a number calls it, with the codes before it, and is recorded as that call', async () => {
  const { pbx } = setUp()
  await pbx.dial('acme', '10', '*73')
  assert.partialDeepStrictEqual(pbx.outside, [{ number: '+49302312500', choice: { hidden: true } }])
  assert.partialDeepStrictEqual(pbx.started[0], { direction: 'outbound', called: { number: '+49302312500' } })
})

test('what is left behind codes is found for those who look for emergency numbers', () => {
  const { pbx } = setUp()
  assert.equal(pbx.numberDialled('acme', '10', '*74112'), '112')
  assert.equal(pbx.numberDialled('acme', '10', '*71112'), '*71112')
})
