import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { LONGEST, nextFile, runOrder, standsBack } from './run-order.ts'

const [LONG, PAGE, PHONE] = [
  'tests/portal/accessibility.integration.test.ts',
  'tests/portal/x.ts',
  'tests/browser-phone.integration.test.ts',
]

const SOUND = 'packages/media/tests/embedded-kernel.integration.test.ts'

test('the longest files are wanted first, those of packages last', () => {
  const files = ['packages/a.ts', 'tests/a.ts', PAGE, 'apps/b.ts', SOUND, LONG]
  assert.deepEqual(runOrder(files), [LONG, SOUND, 'tests/a.ts', PAGE, 'packages/a.ts', 'apps/b.ts'])
})

test('what is said to be long is there', () => {
  for (const file of LONGEST) assert.ok(existsSync(join(import.meta.dirname, '..', `${file}.integration.test.ts`)), file)
})

test('only what computes stands back: where there is a browser there is often a telephone, too', () => {
  for (const file of ['tests/a.ts', PHONE, SOUND, LONG, PAGE]) assert.equal(standsBack(file), false, file)
  for (const file of ['packages/a.ts', 'apps/a.ts']) assert.equal(standsBack(file), true, file)
})

const TURNS: readonly (readonly [running: readonly string[], waiting: readonly string[], next: string | undefined])[] = [
  [[], [LONG, PAGE, 'tests/a.ts'], LONG],
  [[LONG], [PAGE, PHONE, 'tests/a.ts'], 'tests/a.ts'],
  [[LONG, 'tests/a.ts'], [PAGE], undefined],
  [[LONG, 'tests/a.ts'], ['tests/b.ts'], 'tests/b.ts'],
  [[LONG, 'tests/a.ts', 'tests/b.ts', 'tests/c.ts'], ['tests/d.ts', 'packages/a.ts'], undefined],
  [['tests/a.ts', 'tests/b.ts', 'tests/c.ts'], ['tests/d.ts', 'packages/a.ts'], 'packages/a.ts'],
  [[LONG], ['packages/a.ts'], 'packages/a.ts'],
  [[LONG, 'packages/a.ts'], ['packages/b.ts'], undefined],
  [['packages/a.ts', 'packages/b.ts'], ['packages/c.ts'], undefined],
  [['packages/a.ts', 'packages/b.ts'], [SOUND], SOUND],
  [[LONG], [PAGE, PHONE], PAGE],
  [[LONG, PAGE], [PHONE], undefined],
  [['packages/a.ts', 'packages/b.ts'], [PAGE, 'tests/portal/serving.integration.test.ts'], 'tests/portal/serving.integration.test.ts'],
]

for (const [running, waiting, next] of TURNS) {
  test(`beside ${running.join(', ') || 'nothing'} the next of ${waiting.join(', ')} is ${next ?? 'none'}`, () => {
    assert.equal(nextFile(waiting, running), next)
  })
}
