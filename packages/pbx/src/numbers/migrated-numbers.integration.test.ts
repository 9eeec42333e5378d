import assert from 'node:assert/strict'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { accountsMigrations } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { type MigrationFolder, openDatabase, platformMigrations, systemClock } from '@klinke/platform'
import { testCluster } from '@klinke/platform/test-support'
import { Client } from 'pg'
import { pbxMigrations } from '../migrations.ts'
import { listLeadingNumbers } from './store.ts'

const ALICE = '018f0000-0000-7000-8000-00000000000a'
const ANNA = '018f0000-0000-7000-8000-00000000001a'

/** Numbers that led to extensions before they could lead anywhere (migration 0011). */
const BEFORE = `
  SET search_path = klinke;
  SET ROLE klinke_operator;
  INSERT INTO tenant (id, name, sip_domain, profile) VALUES ('${ALICE}', 'Alice', 'alice.example', '{}');
  INSERT INTO extension (id, tenant_id, number, name, sip_username, ha1_md5, ha1_sha256) VALUES ('${ANNA}', '${ALICE}', '10', 'Anna', 'u', 'm', 's');
  INSERT INTO phone_number (e164, tenant_id, extension_number) VALUES ('+4930123456', '${ALICE}', '10'), ('+4930123457', '${ALICE}', NULL);
`

/** The migrations of a package as they were before number `below`, in a folder of their own. */
function before(below: string, { packageName, directory }: MigrationFolder, folder: string): MigrationFolder {
  const older = join(folder, packageName)
  mkdirSync(older)
  for (const file of readdirSync(directory)) if (file < below) copyFileSync(join(directory, file), join(older, file))
  return { packageName, directory: older }
}

test('numbers that led to an extension still do after the migration, and the others still nowhere', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'klinke-older-'))
  const migrations = [platformMigrations, accountsMigrations, pbxMigrations]
  const cluster = await testCluster(migrations.map((all) => before('0011', all, folder)))
  try {
    await using opened = await cluster.database()
    const owner = new Client(opened.owner)
    await owner.connect()
    await owner.query(BEFORE)
    await owner.end()
    await using database = await openDatabase({
      url: opened.url,
      dataDirectory: folder,
      migrations,
      clock: systemClock(),
      logger: silentLogger,
    })
    const numbers = await database.withTenant(ALICE, (tx) => listLeadingNumbers(tx, { limit: 10 }))
    assert.deepEqual(
      numbers.map(({ e164, destination, extensionNumber }) => [e164, destination, extensionNumber]),
      [
        ['+4930123456', { kind: 'extension', targetId: ANNA }, '10'],
        ['+4930123457', null, null],
      ],
    )
  } finally {
    await cluster[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true })
  }
})
