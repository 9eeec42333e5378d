import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { E164 } from '@klinke/numbering'
import { isE164 } from '@klinke/numbering'
import { carrier } from '../../test-support/test-trunks.ts'
import { identityTowards } from './identity-towards.ts'
import { profileFrom, profileOf } from './profile-of.ts'
import { PROFILE_NAMES, type ProfileName } from './shipped-profiles.ts'

const ACCOUNT = { kind: 'registration', username: 'line', password: 'secret', expiresSeconds: 300 } as const

function e164(text: string): E164 {
  if (!isE164(text)) throw new Error(`${text} is no E.164 number`)
  return text
}

/** What stands in From, P-Asserted-Identity and P-Preferred-Identity: the number that pays, the one that is shown, or the account. */
const rows: Readonly<Record<ProfileName, readonly [from: string, asserted: string, preferred: string]>> = {
  registration: ['own', '', 'shown'],
  'trusted-address': ['shown', 'own', ''],
  'account-only': ['account', '', 'shown'],
  '1tr118': ['shown', '', 'own'],
  '1tr119': ['shown', '', 'own'],
  'sipconnect-1.1': ['shown', 'own', ''],
  'sipconnect-2.0': ['shown', 'own', ''],
}

for (const name of PROFILE_NAMES) {
  const known = carrier('one', { authentication: ACCOUNT, profile: profileFrom(name, {}) })
  const meaning = (value: string | undefined): string => {
    const user = /sip:([^@]*)@one\.example/.exec(value ?? '')?.[1]
    return { '+4922155501': 'own', '+493023125000': 'shown', line: 'account' }[user ?? ''] ?? ''
  }

  test(`CLI-02: to a carrier of profile ${name}, ${rows[name].map((what) => what || 'nothing').join(', ')} stand in From, P-Asserted-Identity and P-Preferred-Identity`, () => {
    const shown = { number: e164('+4922155501'), original: e164('+493023125000'), privacy: undefined }
    const { from, headers } = identityTowards(known, shown, '221')
    const said = new Map(headers)
    assert.deepEqual([from, said.get('P-Asserted-Identity'), said.get('P-Preferred-Identity')].map(meaning), rows[name])
    assert.equal(said.has('Privacy'), false)
    assert.equal(from.includes(';user=phone'), name === '1tr119')
  })

  test(`CLI-01: a carrier of profile ${name} is told of a caller who hides only where it alone reads it`, () => {
    const { from, headers } = identityTowards(known, { number: e164('+4922155501'), privacy: 'id' }, '221')
    assert.equal(from, '"Anonymous" <sip:anonymous@anonymous.invalid>')
    const said = new Map(headers)
    assert.equal(said.get('Privacy'), name === 'account-only' ? 'user;id' : 'id')
    assert.equal([said.get('P-Asserted-Identity'), said.get('P-Preferred-Identity')].map(meaning).filter(Boolean).join(), 'own')
  })
}

test('a carrier differs from its profile where that is said', () => {
  const profile = profileFrom('1tr118', {
    identity: { hiddenFrom: 'kept', privacy: 'header;id' },
    ownFormat: 'national',
    codecs: undefined,
  })
  const known = carrier('one', { profile })
  const { from, headers } = identityTowards(known, { number: e164('+4922155501'), privacy: 'id' }, '221')
  assert.equal(from, '<sip:022155501@one.example>')
  assert.deepEqual(headers.at(-1), ['Privacy', 'header;id'])
  assert.deepEqual(profile.codecs, ['PCMA', 'G722'])
})

test('a carrier without a profile is spoken to as is usual for its authentication', () => {
  assert.equal(profileOf(carrier('one')).identity.asserted, 'own')
  assert.equal(profileOf(carrier('one', { authentication: ACCOUNT })).identity.preferred, 'shown')
})
