import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runOrder } from './run-order.ts'

test('the longest file begins first, browsers one at a time beside others, and packages last', () => {
  const files = [
    'packages/a.ts',
    'tests/a.ts',
    'tests/b.ts',
    'tests/c.ts',
    'tests/portal/accessibility.integration.test.ts',
    'tests/portal/x.ts',
    'tests/portal/y.ts',
  ]
  const short = (file: string): string => file.replace('accessibility.integration.test', 'long').replace('.ts', '')
  assert.deepEqual(runOrder(files).map(short), [
    ...['tests/portal/long', 'tests/a', 'tests/b', 'tests/portal/x', 'tests/c', 'tests/portal/y', 'packages/a'],
  ])
  assert.deepEqual(runOrder(['packages/b.ts', 'apps/c.ts']), ['packages/b.ts', 'apps/c.ts'])
})
