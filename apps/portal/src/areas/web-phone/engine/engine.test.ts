import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dialString } from './dial-string.ts'
import { readSettings } from './phone-settings.ts'
import { endingOf } from './phone-view.ts'

for (const [typed, dialled] of [
  ['0221 / 123-45', '022112345'],
  ['+49 (221) 12345', '+4922112345'],
  ['tel:+49-221-12345', '+4922112345'],
  [' *80 12 ', '*8012'],
  ['#21', '#21'],
  ['zentrale', 'zentrale'],
  ['  ', ''],
] as const)
  test(`of "${typed}" is dialled "${dialled}"`, () => assert.equal(dialString(typed), dialled))

test('settings that another version has kept, or somebody has broken, are passed over', () => {
  const kept = (text: string | null) => readSettings({ getItem: () => text })
  assert.deepEqual(kept('{"isOn":true,"speaker":7,"unknown":1}'), { ...kept(null), isOn: true })
  for (const broken of ['', 'null', '[]', '7', '{']) assert.deepEqual(kept(broken), kept(null))
})

test('somebody who hangs up is no news; what a caller can do about it is told, and the rest is a failure', () => {
  assert.deepEqual(['Terminated', 'Canceled', 'Busy', 'Request Timeout'].map(endingOf), [undefined, undefined, 'busy', 'failed'])
})
