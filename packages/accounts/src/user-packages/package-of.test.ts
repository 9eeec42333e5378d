import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TenantProfile } from '../snapshot.ts'
import { DEFAULT_PROFILE } from '../tenants/rules.ts'
import { mayUse, packageFor, profileFor } from './package-of.ts'

const BASIC = {
  ...{ id: 'basic', title: { de: 'Basis', en: 'Basic' }, features: ['voicemail' as const] },
  limits: { maxContactsPerExtension: 1, maxCallsPerExtension: undefined },
}
const PREMIUM = { id: 'premium', title: { de: 'Premium', en: 'Premium' } }
const PROFILE: TenantProfile = { ...DEFAULT_PROFILE, maxCallsPerExtension: 3, userPackages: [BASIC, PREMIUM] }

test('BIL-01: an extension gets the package that is named, or the first; one that there is not is refused with those that there are', () => {
  assert.deepEqual(
    [packageFor(PROFILE, 'premium'), packageFor(PROFILE, null), packageFor(PROFILE, undefined)],
    ['premium', 'basic', 'basic'],
  )
  assert.throws(() => packageFor(PROFILE, 'gold'), /There is no user package "gold"\. Choose one of: basic, premium\./)
})

test('a product without packages gives none, and refuses each', () => {
  assert.equal(packageFor(DEFAULT_PROFILE, undefined), null)
  assert.throws(() => packageFor(DEFAULT_PROFILE, 'basic'), /has no user packages/)
})

test('limits of a package hold in place of those of the product; what it does not name is as in the product', () => {
  const { maxContactsPerExtension, maxCallsPerExtension, voicemailMessages } = profileFor(PROFILE, { userPackage: 'basic' })
  assert.deepEqual([maxContactsPerExtension, maxCallsPerExtension, voicemailMessages], [1, 3, 100])
  assert.equal(profileFor(PROFILE, { userPackage: 'premium' }), PROFILE)
  assert.equal(profileFor(PROFILE, {}), PROFILE)
  assert.equal(profileFor(PROFILE, { userPackage: 'gone' }), PROFILE)
})

for (const [what, userPackage, voicemail, webPhone] of [
  ['a package that lists the mailbox only', 'basic', true, false],
  ['a package that lists nothing', 'premium', true, true],
  ['no package', undefined, true, true],
] as const)
  test(`features by ${what}`, () => {
    const extension = userPackage === undefined ? {} : { userPackage }
    assert.deepEqual([mayUse(PROFILE, extension, 'voicemail'), mayUse(PROFILE, extension, 'web-phone')], [voicemail, webPhone])
  })
