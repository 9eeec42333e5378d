import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isStatus, type ProfileChanges, profileChangesOf, profileValuesOf } from './profile-changes.ts'

const ROWS: readonly ProfileChanges[] = [
  {},
  { identity: { from: 'account', privacy: 'user;id' } },
  { codecs: ['G722', 'PCMA'], userIsPhone: false, sessionTimerSeconds: null },
  { sessionTimerSeconds: 600, goesOnAfter: [404, 480], endsAfter: [503], fax: 'g711', ownFormat: 'national' },
]
for (const profileChanges of ROWS) {
  test(`what differs from a profile is shown and saved unchanged: ${JSON.stringify(profileChanges)}`, () =>
    assert.deepEqual(profileChangesOf(profileValuesOf({ profileChanges })), profileChanges))
}

test('codecs are preferred in the order in which they were chosen', () => {
  const { profileChanges } = profileValuesOf({ profileChanges: {} })
  assert.deepEqual(profileChangesOf({ profileChanges: { ...profileChanges, codecs: ['opus', 'PCMU', 'PCMA'] } }), {
    codecs: ['opus', 'PCMU', 'PCMA'],
  })
})

test('a status is a final response that is no success', () =>
  assert.deepEqual(['200', '302', '699', '700', '48', 'besetzt'].map(isStatus), [false, true, true, false, false, false]))
