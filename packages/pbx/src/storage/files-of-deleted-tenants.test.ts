import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { VirtualClock } from '@klinke/testbed'
import { FilesOfDeletedTenants, type TenantFiles } from './files-of-deleted-tenants.ts'

const GONE = '018f0000-0000-7000-8000-aaaaaaaaaaaa'
const THERE = '018f0000-0000-7000-8000-bbbbbbbbbbbb'
const UNKNOWN = '018f0000-0000-7000-8000-cccccccccccc'
const HOUR_MS = 3_600_000

/** A place on paper: its tenants, until they are removed; `away` makes it reject. */
class PaperPlace implements TenantFiles {
  readonly names: Set<string>
  away = false

  constructor(...names: readonly string[]) {
    this.names = new Set(names)
  }

  tenants(): Promise<readonly string[]> {
    return this.away ? Promise.reject(new Error('away')) : Promise.resolve([...this.names])
  }

  removeTenant(tenantId: string): Promise<void> {
    if (this.away) return Promise.reject(new Error('away'))
    this.names.delete(tenantId)
    return Promise.resolve()
  }
}

function files(places: readonly TenantFiles[], deleted: (ids: readonly string[]) => Promise<readonly string[]> = onlyGone) {
  const clock = new VirtualClock()
  return { clock, files: new FilesOfDeletedTenants({ places, deleted, clock, logger: silentLogger }) }
}

function onlyGone(ids: readonly string[]): Promise<readonly string[]> {
  return Promise.resolve(ids.filter((id) => id === GONE))
}

test('at the start the files of deleted tenants go; those of tenants that are there, or were never known, stay', async () => {
  const [blobs, mailboxes] = [new PaperPlace(GONE, THERE, UNKNOWN), new PaperPlace(THERE, GONE)]
  const { clock, files: swept } = files([blobs, mailboxes])
  swept.begin()
  await clock.advance(0)
  assert.deepEqual([[...blobs.names], [...mailboxes.names]], [[THERE, UNKNOWN], [THERE]])
  await swept.close()
  assert.equal(clock.pending, 0)
})

test('a folder that was named in capitals is the same tenant', async () => {
  const place = new PaperPlace(GONE.toUpperCase(), THERE.toUpperCase())
  await files([place]).files.sweep()
  assert.deepEqual([...place.names], [THERE.toUpperCase()])
})

test('while the database does not answer nothing goes, and an hour later it is asked again', async () => {
  const place = new PaperPlace(GONE, THERE)
  let away = true
  const { clock, files: swept } = files([place], (ids) => (away ? Promise.reject(new Error('away')) : onlyGone(ids)))
  swept.begin()
  await clock.advance(HOUR_MS - 1)
  assert.deepEqual([...place.names], [GONE, THERE])
  away = false
  await clock.advance(1)
  assert.deepEqual([...place.names], [THERE])
  await swept.close()
})

test('one that is deleted loses its files at once in every place that answers, and later in the others', async () => {
  const [far, near] = [new PaperPlace(GONE, THERE), new PaperPlace(GONE, THERE)]
  const { files: swept } = files([far, near])
  far.away = true
  await swept.remove(GONE)
  assert.deepEqual([[...far.names], [...near.names]], [[GONE, THERE], [THERE]])
  far.away = false
  await swept.sweep()
  assert.deepEqual([...far.names], [THERE])
})

test('one that the database does not call deleted keeps its files, whoever says it is gone', async () => {
  const place = new PaperPlace(THERE, UNKNOWN)
  const { files: swept } = files([place])
  for (const id of [THERE, UNKNOWN]) await swept.remove(id)
  assert.deepEqual([...place.names], [THERE, UNKNOWN])
})
