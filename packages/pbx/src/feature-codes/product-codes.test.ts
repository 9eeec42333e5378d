import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom, silentLogger } from '@klinke/foundation'
import { FolderBlobStore } from '@klinke/platform'
import { VirtualClock } from '@klinke/testbed'
import { openSlices } from '../slices/open-slices.ts'
import { absentDatabase } from '../test-support/absent-database.ts'
import { noTenants } from '../test-support/no-tenants.ts'
import { confusable } from './code-index.ts'
import { featureCode } from './rules.ts'

const services = {
  database: absentDatabase,
  directory: noTenants,
  clock: new VirtualClock(),
  random: seededRandom(1),
  logger: silentLogger,
  dataDir: 'on paper',
  blobs: new FolderBlobStore('on paper'),
}
const { features } = openSlices(services)

test("the product's codes are distinct, and each feature has its own name", () => {
  for (const feature of features) {
    for (const code of feature.codes) {
      assert.ok(featureCode.safeParse(code).success, `${feature.name}: ${code}`)
      assert.equal(confusable(code, feature, features, new Map())?.name, undefined, `${feature.name}: ${code}`)
    }
  }
  assert.equal(new Set(features.map(({ name }) => name)).size, features.length)
})
