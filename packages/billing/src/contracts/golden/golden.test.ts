/** For each of the five profiles, as they come with Klinke, a customer whose month was calculated by hand. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amountOf, microsOf } from '../../amounts.ts'
import { exampleProfiles } from '../../catalogue/examples.ts'
import { readProfile } from '../../catalogue/read-profile.ts'
import { charged } from '../test-support/charged.ts'
import { written } from '../test-support/written-contract.ts'
import { CHANNELS_CUSTOMER } from './channels.ts'
import { FLAT_CUSTOMER } from './flat.ts'
import { PACKAGES_CUSTOMER } from './packages.ts'
import { QUOTA_CUSTOMER } from './quota.ts'
import { TRUNKS_CUSTOMER } from './trunks.ts'

for (const customer of [CHANNELS_CUSTOMER, FLAT_CUSTOMER, PACKAGES_CUSTOMER, QUOTA_CUSTOMER, TRUNKS_CUSTOMER]) {
  const { profile, what, deeds, counted = [], period, lines, total } = customer
  test(`${profile}: ${what}: each line and the sum are as calculated by hand`, async () => {
    const source = (await exampleProfiles()).find(({ file }) => file === `${profile}.yaml`)
    const { profile: version } = readProfile(source?.text ?? '', profile)
    assert.deepEqual(
      charged(written(deeds), period, { [profile]: version }, counted),
      lines.map(([line, , amount]) => `${line} = ${amount}`),
    )
    assert.equal(amountOf(lines.reduce((sum, [, , amount]) => sum + microsOf(amount), 0n)), total)
  })
}
