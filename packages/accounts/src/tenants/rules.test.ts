import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areaCode, DEFAULT_PROFILE, lawfulProfileOf, profileOf, sipDomain, tenantChange } from './rules.ts'

const domains: readonly (readonly [domain: string, valid: boolean])[] = [
  ['kunde.example.org', true],
  ['a-b.example', true],
  ['localhost', false],
  ['-a.example', false],
  ['a..example', false],
  ['a b.example', false],
  [`${'a'.repeat(64)}.example`, false],
]
for (const [domain, valid] of domains) {
  test(`the SIP domain ${domain} is ${valid ? 'accepted' : 'refused'}`, () => {
    assert.equal(sipDomain.safeParse(domain).success, valid)
  })
}

test('a SIP domain is kept in small letters', () => {
  assert.equal(sipDomain.parse('Kunde.Example.ORG'), 'kunde.example.org')
})

const codes: readonly (readonly [code: string, valid: boolean])[] = [
  ['221', true],
  ['30', true],
  ['33203', true],
  ['0221', false],
  ['2', false],
  ['332031', false],
]
for (const [code, valid] of codes) {
  test(`the area code ${code} is ${valid ? 'accepted' : 'refused'}`, () => {
    assert.equal(areaCode.safeParse(code).success, valid)
  })
}

test('settings that are not given come from the product', () => {
  assert.deepEqual(profileOf({ ringTimeoutSeconds: 20 }), { ...DEFAULT_PROFILE, ringTimeoutSeconds: 20 })
})

const settings: readonly (readonly [setting: Record<string, unknown>, valid: boolean])[] = [
  [{ echoNumber: '99' }, true],
  [{ echoNumber: null }, true],
  [{ echoNumber: '110' }, false],
  [{ echoNumber: '9' }, false],
  [{ echoNumber: '1234567' }, false],
  [{ outsideLinePrefix: '0' }, true],
  [{ outsideLinePrefix: null }, true],
  [{ outsideLinePrefix: '112' }, false],
  [{ outsideLinePrefix: '*9' }, false],
  [{ maxCallSeconds: 7_200 }, true],
  [{ maxCallSeconds: null }, true],
  [{ maxCallSeconds: 0 }, false],
  [{ whenContactsFull: 'refuse' }, true],
  [{ whenContactsFull: 'ignore' }, false],
]
for (const [setting, valid] of settings) {
  test(`the setting ${JSON.stringify(setting)} is ${valid ? 'accepted' : 'refused'}`, () => {
    assert.equal(tenantChange.safeParse({ profile: setting }).success, valid)
  })
}

test('a setting that was given can be taken back', () => {
  const given = profileOf({ maxCallSeconds: 600, outsideLinePrefix: '0' })
  assert.deepEqual(profileOf({ maxCallSeconds: null, outsideLinePrefix: null }, given), DEFAULT_PROFILE)
})

test('a shortest registration above the longest is refused', () => {
  assert.throws(() => profileOf({ minRegistrationSeconds: 3_600, maxRegistrationSeconds: 60 }), { code: 'profile-contradictory' })
})

test('PRI-01: charged calls for less than eight weeks are refused; what was stored before does not keep other settings from being changed', () => {
  const six = { retention: { chargedCallDays: 42 } }
  assert.throws(() => lawfulProfileOf(six, DEFAULT_PROFILE), { code: 'profile-contradictory', message: /at least 56/ })
  const changed = tenantChange.parse({ profile: { ...six, ringTimeoutSeconds: 20 } })
  assert.deepEqual(lawfulProfileOf(changed.profile, { ...DEFAULT_PROFILE, ...six }), { ...DEFAULT_PROFILE, ...six, ringTimeoutSeconds: 20 })
})
