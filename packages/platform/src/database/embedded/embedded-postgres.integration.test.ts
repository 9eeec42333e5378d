import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { Client } from 'pg'
import { EmbeddedPostgres } from './embedded-postgres.ts'
import { isAlive, runningPostmaster } from './postmaster.ts'

function folder(): { path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'klinke-data-'))
  return { path: join(path, 'postgres'), [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

const start = (path: string): Promise<EmbeddedPostgres> => EmbeddedPostgres.start({ folder: path, logger: silentLogger })

async function answer(server: EmbeddedPostgres, question: string): Promise<unknown> {
  const client = new Client(server.connection())
  await client.connect()
  try {
    return Object.values((await client.query<Record<string, unknown>>(question)).rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

/** A process of its own that starts the server, says its process id and is killed without a chance to clean up. */
async function startAndDie(path: string): Promise<number> {
  const program = join(import.meta.dirname, '../../test-support/doomed-owner.ts')
  const child = spawn(process.execPath, [program, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [pid] = (await once(child.stdout, 'data')) as [Buffer]
  child.kill('SIGKILL')
  await once(child, 'exit')
  return Number(pid.toString())
}

test('the server starts on an empty folder, keeps its data over a stop, and leaves no process', async () => {
  using data = folder()
  const first = await start(data.path)
  await answer(first, 'CREATE TABLE kept AS SELECT 7 AS seven')
  const pid = first.pid
  await first.stop()
  assert.equal(pid !== undefined && isAlive(pid), false)
  await using second = await start(data.path)
  assert.equal(await answer(second, 'SELECT seven FROM kept'), 7)
})

test('the server runs as another user when Klinke is root, and its files are closed to others', async () => {
  using data = folder()
  await using server = await start(data.path)
  assert.notEqual(statSync(`/proc/${server.pid}`).uid, 0)
  assert.equal(statSync(join(data.path, 'password')).mode & 0o077, 0)
})

test('a wrong password is refused', async () => {
  using data = folder()
  await using server = await start(data.path)
  const client = new Client({ ...server.connection(), password: 'postgres' })
  await assert.rejects(client.connect(), { code: '28P01' })
})

test('the server of a killed Klinke is adopted by the next start', async () => {
  using data = folder()
  const orphan = await startAndDie(data.path)
  assert.ok(isAlive(orphan))
  await using server = await start(data.path)
  assert.equal(server.pid, orphan)
  assert.equal(await answer(server, 'SELECT 1'), 1)
})

test('an adopted server ends with the Klinke that adopted it', async () => {
  using data = folder()
  const orphan = await startAndDie(data.path)
  await (await start(data.path)).stop()
  assert.equal(isAlive(orphan), false)
})

test('a second Klinke on the same folder is refused and does not disturb the first', async () => {
  using data = folder()
  await using first = await start(data.path)
  await assert.rejects(start(data.path), { message: /Another Klinke runs/ })
  assert.equal(await answer(first, 'SELECT 1'), 1)
})

test('a server that is killed comes back on the same port', async () => {
  using data = folder()
  await using server = await start(data.path)
  const { pid } = server
  assert.ok(pid)
  process.kill(pid, 'SIGKILL')
  const until = Date.now() + 20_000
  let back: unknown
  while (back !== 1 && Date.now() < until) back = await answer(server, 'SELECT 1').catch(() => new Promise(setImmediate))
  assert.equal(back, 1)
  assert.notEqual(runningPostmaster(join(data.path, 'cluster'))?.pid, pid)
})

test('data stay below a folder that the unprivileged user may not enter', { skip: process.getuid?.() !== 0 }, async () => {
  using data = folder()
  const closed = join(data.path, '..')
  chmodSync(closed, 0o700)
  await using server = await start(join(closed, 'data', 'postgres'))
  assert.equal(await answer(server, 'SELECT 1'), 1)
  assert.equal(statSync(closed).mode & 0o077, 0)
  assert.ok(statSync(join(closed, 'data', 'postgres', 'cluster', 'base')).isDirectory())
})

test('a data folder with a long name is served without a Unix socket', async () => {
  using data = folder()
  await using server = await start(join(data.path, 'x'.repeat(100), 'postgres'))
  assert.equal(server.connection().host, '127.0.0.1')
  assert.equal(await answer(server, 'SELECT 1'), 1)
})
