import assert from 'node:assert/strict'
import { test } from 'node:test'
import { profileChanges } from './rules.ts'
import { SHIPPED_PROFILES } from './shipped-profiles.ts'

for (const [name, { title, about, identity, ...profile }] of Object.entries(SHIPPED_PROFILES)) {
  test(`the shipped profile ${name} keeps the rules for what differs from one, and is named in both languages`, () => {
    assert.equal(profileChanges.safeParse({ ...profile, identity }).success, true)
    for (const text of [title.de, title.en, about.de, about.en]) assert.ok(text.length > 5)
  })
}

const rows: readonly (readonly [what: string, changes: Record<string, unknown>, at: string | undefined])[] = [
  ['nothing', {}, undefined],
  ['one point of identity', { identity: { from: 'shown' } }, undefined],
  ['an unknown header', { identity: { remoteParty: 'own' } }, 'identity'],
  ['an unknown codec', { codecs: ['GSM'] }, 'codecs.0'],
  ['a codec twice', { codecs: ['PCMA', 'PCMA'] }, 'codecs'],
  ['no codec at all', { codecs: [] }, 'codecs'],
  ['a session timer below that of RFC 4028', { sessionTimerSeconds: 30 }, 'sessionTimerSeconds'],
  ['no session timer', { sessionTimerSeconds: null }, undefined],
  ['a provisional status to fail over by', { goesOnAfter: [183] }, 'goesOnAfter.0'],
  ['a status both ways', { goesOnAfter: [403], endsAfter: [403] }, ''],
]
for (const [what, changes, at] of rows) {
  test(`a profile with ${what} is ${at === undefined ? 'accepted' : 'refused there'}`, () => {
    assert.equal(profileChanges.safeParse(changes).error?.issues[0]?.path.join('.'), at)
  })
}
