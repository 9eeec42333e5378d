import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { accountsMigrations, archiveAgreements, DEFAULT_PROFILE, insertTenant } from '@klinke/accounts'
import { billingMigrations } from '@klinke/billing'
import { silentLogger } from '@klinke/foundation'
import { pbxMigrations } from '@klinke/pbx'
import { FolderBlobStore, platformMigrations } from '@klinke/platform'
import { testCluster } from '@klinke/platform/test-support'
import { trunksMigrations } from '@klinke/trunks'
import { sql } from 'kysely'

test('PRI-02: of two servers that archive an agreement at the same time one does it, and the other leaves no copy', async (context) => {
  await using cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations, billingMigrations])
  await using opened = await cluster.database()
  const { database } = opened
  const folder = mkdtempSync(join(tmpdir(), 'klinke-archive-'))
  context.after(() => rmSync(folder, { recursive: true }))
  const blobs = new FolderBlobStore(folder)
  await database.withOperator(async (tx) => {
    const { id } = await insertTenant(tx, { name: 'acme', sipDomain: 'acme.example', areaCode: '221', profile: DEFAULT_PROFILE })
    const key = await blobs.put(id, Buffer.from('Vertrag'), 'pdf')
    await sql`INSERT INTO processing_agreement (id, tenant_id, version, language, accepted_by, position, login_name, address, accepted_at, blob_key, sha256)
      VALUES (gen_random_uuid(), ${id}, '1', 'de', 'Anna', 'Chefin', 'Anna', '192.0.2.1', now(), ${key}, 'x')`.execute(tx.tables())
  })
  const both = Promise.withResolvers<void>()
  let copies = 0
  const server = () => {
    const put: FolderBlobStore['put'] = async (...given) => {
      const key = await blobs.put(...given)
      copies += 1
      if (copies === 2) both.resolve()
      await both.promise
      return key
    }
    const own = { put, read: (key: string) => blobs.read(key), remove: (key: string) => blobs.remove(key) }
    return archiveAgreements({ database, blobs: own, logger: silentLogger })
  }
  assert.deepEqual((await Promise.all([server(), server()])).toSorted(), [0, 1])
  const left = readdirSync(folder).flatMap((of) =>
    readdirSync(join(folder, of)).map((file) => readFileSync(join(folder, of, file), 'utf8')),
  )
  assert.deepEqual(left, ['Vertrag'])
  assert.equal(await archiveAgreements({ database, blobs, logger: silentLogger }), 0)
})
