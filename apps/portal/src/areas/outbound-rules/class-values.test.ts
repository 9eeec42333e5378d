import assert from 'node:assert/strict'
import { test } from 'node:test'
import { classBodyOf, classValuesOf } from './class-values.ts'

const SCHEDULE = { kind: 'schedule', targetId: '018f0000-0000-7000-8000-000000000001' } as const

for (const settings of [
  { class: null, timed: null },
  { class: 0, timed: null },
  { class: 2, timed: { schedule: SCHEDULE, when: 'open', class: 1 } },
] as const) {
  test(`class ${settings.class} comes out of the form as it went in`, () =>
    assert.deepEqual(classBodyOf(classValuesOf(settings)), settings))
}

test('hours without a schedule are none', () => {
  assert.equal(classBodyOf({ ...classValuesOf({ class: 1, timed: null }), isTimed: true }).timed, null)
})
