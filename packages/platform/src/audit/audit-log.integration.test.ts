import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import { platformMigrations } from '../migrations.ts'
import { type TestCluster, testCluster } from '../test-support/index.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

test('nobody changes or removes an entry, not even the owner of the database', async () => {
  await using opened = await cluster.database()
  const owner = new Client(opened.owner)
  await owner.connect()
  try {
    for (const statement of [
      'UPDATE klinke.audit_log SET actor_name = NULL',
      'DELETE FROM klinke.audit_log',
      'TRUNCATE klinke.audit_log',
    ]) {
      for (const role of ['klinke_app', 'klinke_operator', 'NONE']) {
        await owner.query(`SET ROLE ${role}`)
        await assert.rejects(owner.query(statement), /permission denied|only added to/, `${role}: ${statement}`)
      }
    }
  } finally {
    await owner.end()
  }
})

test('secrets do not get into the log, wherever they stand', async () => {
  await using opened = await cluster.database()
  const owner = new Client(opened.owner)
  await owner.connect()
  const value = {
    pin_hash: 'x1',
    settings: { moderatorPin: 'x2', list: [{ password: 'x3' }] },
    ha1_md5: 'x4',
    sealed_password: 'x5',
    name: 'kept',
    must_change_password: true,
    shopping: 'kept',
  }
  const { rows } = await owner.query('SELECT klinke.without_secrets($1::jsonb) AS shown', [JSON.stringify(value)])
  await owner.end()
  const shown = JSON.stringify(rows[0])
  assert.doesNotMatch(shown, /x[1-5]/)
  assert.match(shown, /"name":"kept".*"shopping":"kept"|"shopping":"kept".*"name":"kept"/)
  assert.match(shown, /"must_change_password":true/)
})
