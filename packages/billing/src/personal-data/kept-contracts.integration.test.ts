/** Contracts of deleted customers that were kept before their forms were cut (0448-kept-contracts-cut.sql). */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { accountsMigrations } from '@klinke/accounts'
import { platformMigrations } from '@klinke/platform'
import { type TestCluster, testCluster } from '@klinke/platform/test-support'
import { Client } from 'pg'
import { billingMigrations } from '../migrations.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

test('PRI-01: contracts that were kept whole lose mandate, people and dates of birth, and keep their orders in order', async () => {
  await using opened = await cluster.database()
  const owner = new Client(opened.owner)
  await owner.connect()
  try {
    await owner.query('SET search_path TO klinke')
    const asOperator = async <T>(work: () => Promise<T>): Promise<T> => {
      await owner.query('SET ROLE klinke_operator')
      const done = await work()
      await owner.query('RESET ROLE')
      return done
    }
    const whole = {
      customer: { company: 'Muster', birthDate: '1970-05-06' },
      items: [1],
      mandate: { iban: 'DE1' },
      extensions: [],
      administrator: {},
    }
    const orders = [
      { number: 'B-2', kind: 'new', form: { ...whole, technicalContact: {} } },
      { number: 'B-1', kind: 'change', form: { items: [2] } },
    ]
    const insert = `INSERT INTO kept_contract (id, tenant_id, customer, profile, begins_on, ended_on, events, orders)
      VALUES (gen_random_uuid(), gen_random_uuid(), 'Muster', 'flat', '2020-01-01', '2024-12-31', '[]', $1)`
    await asOperator(async () => {
      for (const each of [orders, []]) await owner.query(insert, [JSON.stringify(each)])
    })
    await owner.query('DROP FUNCTION kept_form')
    await owner.query(readFileSync(join(billingMigrations.directory, '0448-kept-contracts-cut.sql'), 'utf8'))
    const { rows } = await asOperator(() =>
      owner.query<{ readonly orders: unknown }>('SELECT orders FROM kept_contract ORDER BY jsonb_array_length(orders)'),
    )
    assert.deepEqual(rows, [
      { orders: [] },
      {
        orders: [
          { number: 'B-2', kind: 'new', form: { customer: { company: 'Muster' }, items: [1] } },
          { number: 'B-1', kind: 'change', form: { items: [2] } },
        ],
      },
    ])
    const guarded = await owner.query(
      "SELECT relforcerowsecurity, tgenabled FROM pg_class JOIN pg_trigger ON tgrelid = pg_class.oid WHERE relname = 'kept_contract' AND tgname = 'stays'",
    )
    assert.deepEqual(guarded.rows, [{ relforcerowsecurity: true, tgenabled: 'O' }], 'again nobody changes it')
  } finally {
    await owner.end()
  }
})
