import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { subjectTexts } from './subject-texts.ts'

const root = join(import.meta.dirname, '../../../../..')
const migrations = globSync('packages/*/migrations/*.sql', { cwd: root })
  .map((file) => readFileSync(join(root, file), 'utf8').replaceAll(/--.*/g, ''))
  .join('\n')

test('the migrations tell which tables are audited: one by one, in lists, and which ones are not', () => {
  const audited = auditedTables(migrations)
  for (const table of ['customer_trunk', 'carrier_rule', 'call_started', 'login', 'team']) assert.ok(audited.has(table), table)
  for (const table of ['call_hour', 'phone_book_number', 'login_session']) assert.ok(!audited.has(table), table)
})

test('every table that is audited has a word', () => {
  const nameless = [...auditedTables(migrations)].filter((table) => !Object.hasOwn(subjectTexts, table))
  assert.deepEqual(nameless.sort(), [])
})

/** Tables with the trigger of the audit log: all that are protected, but for those that are taken out by name (migration 0105, and later ones). */
function auditedTables(sql: string): ReadonlySet<string> {
  const audited = new Set<string>()
  for (const [, about = ''] of sql.matchAll(/SELECT (?:protect_tenant_table|protect_operator_table|audit_changes)\(([^;]*);/g)) {
    const one = /^'(\w+)'/.exec(about)?.[1]
    const tables = one === undefined ? quoted(/ARRAY\[([^\]]*)\]/.exec(about)?.[1]) : [one]
    assert.ok(tables.length > 0, `which table is meant by: ${about}`)
    for (const table of tables) audited.add(table)
  }
  for (const [, left] of sql.matchAll(/tablename NOT IN \(([^)]*)\)/g)) for (const table of quoted(left)) audited.delete(table)
  for (const [, table = ''] of sql.matchAll(/DROP TRIGGER (?:IF EXISTS )?audit_change ON (\w+)/g)) audited.delete(table)
  return audited
}

function quoted(list = ''): readonly string[] {
  return [...list.matchAll(/'(\w+)'/g)].map(([, name = '']) => name)
}
