import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { findBlindMigrations } from './blind-migrations.ts'

const BEFORE = `CREATE TABLE thing (id uuid, name text);\nSELECT protect_tenant_table('thing');\n`

function found(sql: string): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), 'migrations-'))
  const files = {
    'packages/a/migrations/0001-before.sql': BEFORE,
    'packages/b/migrations/0002-after.sql': sql,
    'packages/b/migrations/0423-mails-of-deleted-orders.sql': 'UPDATE thing SET name = NULL;',
  }
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true })
      writeFileSync(join(root, name), text)
    }
    return findBlindMigrations(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}

const AS_OPERATOR = 'SET LOCAL ROLE klinke_operator;\n'
const rows: readonly (readonly [what: string, sql: string, line?: number])[] = [
  ['an update as the owner', `-- Why.\n\nUPDATE thing SET name = '';`, 3],
  ['a deletion after a comment with a semicolon', '-- One; two.\nDELETE FROM klinke.thing;', 2],
  ['a deletion behind a CTE', 'WITH old AS (SELECT id FROM thing) SELECT 1;', 1],
  ['rows copied from it', 'CREATE TABLE other (id uuid);\nINSERT INTO other SELECT id FROM thing;', 2],
  ['a table made of it', 'CREATE TABLE other AS SELECT id FROM thing;', 1],
  ['a join with it', 'CREATE TABLE other (id uuid);\nUPDATE other SET id = NULL FROM x JOIN thing ON true;', 2],
  ['a block', `DO $$\nBEGIN\n  DELETE FROM thing;\nEND $$;`, 3],
  ['after the role was given back', `${AS_OPERATOR}RESET ROLE;\nDELETE FROM thing;`, 3],
  ['the operator', `${AS_OPERATOR}UPDATE thing SET name = 'x;y';\nSET LOCAL ROLE NONE;`],
  ['the operator in a block', `DO $$\nBEGIN\n  SET LOCAL ROLE klinke_operator;\n  DELETE FROM thing;\nEND $$;`],
  ['a function, which runs later', 'CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ DELETE FROM thing; $$;'],
  ['a view', 'CREATE VIEW seen AS SELECT id FROM thing;'],
  ['a table without protection', 'CREATE TABLE other (id uuid);\nUPDATE other SET id = NULL;'],
  [
    'protection that rests meanwhile',
    'ALTER TABLE thing NO FORCE ROW LEVEL SECURITY;\nUPDATE thing SET name = NULL;\nALTER TABLE thing FORCE ROW LEVEL SECURITY;',
  ],
  ['words in a string', `COMMENT ON TABLE thing IS 'UPDATE thing';\nSELECT 'FROM thing';`],
]

for (const [what, sql, line] of rows)
  test(`migrations of protected tables: ${what} ${line === undefined ? 'is fine' : 'is found'}`, () => {
    const how = 'thing has row-level security: its rows are hidden without SET LOCAL ROLE klinke_operator'
    assert.deepEqual(found(sql), line === undefined ? [] : [`packages/b/migrations/0002-after.sql:${line}: ${how}`])
  })

test('no migration of the product is blind', () => {
  assert.deepEqual(findBlindMigrations(join(import.meta.dirname, '..')), [])
})
