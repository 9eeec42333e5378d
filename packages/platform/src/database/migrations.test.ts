import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { type MigrationFolder, pendingMigrations, readMigrations } from './migrations.ts'

function folder(packageName: string, ...files: readonly string[]): MigrationFolder & Disposable {
  const directory = mkdtempSync(join(tmpdir(), 'migrations-'))
  for (const file of files) writeFileSync(join(directory, file), `-- ${file}`)
  return { packageName, directory, [Symbol.dispose]: () => rmSync(directory, { recursive: true }) }
}

test('migrations of all packages run in the order of their numbers', () => {
  using platform = folder('platform', '0001-ground.sql', '0004-jobs.sql')
  using accounts = folder('accounts', '0002-tenants.sql')
  assert.deepEqual(
    readMigrations([accounts, platform]).map((migration) => migration.number),
    [1, 2, 4],
  )
})

test('a number used by two packages is refused', () => {
  using platform = folder('platform', '0001-ground.sql')
  using accounts = folder('accounts', '0001-tenants.sql')
  assert.throws(() => readMigrations([platform, accounts]), { code: 'migration-failed', message: /same number/ })
})

test('a file without a number is refused', () => {
  using platform = folder('platform', 'ground.sql')
  assert.throws(() => readMigrations([platform]), { code: 'migration-failed' })
})

test('what is applied is not run again', () => {
  using platform = folder('platform', '0001-ground.sql', '0002-more.sql')
  const all = readMigrations([platform])
  assert.deepEqual(pendingMigrations(all, all.slice(0, 1)), all.slice(1))
})

test('what lands below the last applied number is applied late, in the order of the numbers', () => {
  using platform = folder('platform', '0001-ground.sql', '0002-late.sql', '0003-later.sql', '0004-more.sql', '0005-new.sql')
  const all = readMigrations([platform])
  const applied = all.filter(({ number }) => number === 1 || number === 4)
  assert.deepEqual(
    pendingMigrations(all, applied).map(({ file }) => file),
    ['0002-late.sql', '0003-later.sql', '0005-new.sql'],
  )
})

const changes: readonly (readonly [what: string, message: RegExp, files: readonly string[], checksum?: string])[] = [
  ['an applied migration that was edited', /was changed/, ['0002-more.sql'], 'other'],
  ['a database newer than the program', /older than its database/, ['0001-ground.sql']],
]
for (const [what, message, files, checksum] of changes) {
  test(`${what} stops the start`, () => {
    using applied = folder('platform', '0002-more.sql')
    using platform = folder('platform', ...files)
    const past = readMigrations([applied]).map((migration) => ({ ...migration, checksum: checksum ?? migration.checksum }))
    assert.throws(() => pendingMigrations(readMigrations([platform]), past), { code: 'migration-failed', message })
  })
}
