import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { accountsMigrations } from '@klinke/accounts'
import { findApiKeyHolder, platformMigrations } from '@klinke/platform'
import { type TestCluster, testCluster } from '@klinke/platform/test-support'
import { provideOperatorKey } from './operator-key.ts'

let cluster: TestCluster
const folder = mkdtempSync(join(tmpdir(), 'klinke-operator-key-'))

before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations])
})
after(async () => {
  rmSync(folder, { recursive: true })
  await cluster[Symbol.asyncDispose]()
})

test('an installation without a key gets one, in a file for its owner alone, and keeps it', async () => {
  await using opened = await cluster.database()
  const path = await provideOperatorKey(opened.database, folder)
  assert.ok(path)
  const key = readFileSync(path, 'utf8').trim()
  assert.deepEqual((await findApiKeyHolder(opened.database, key))?.principal, { kind: 'operator' })
  assert.equal(statSync(path).mode & 0o777, 0o600)
  assert.equal(await provideOperatorKey(opened.database, folder), undefined)
})
