import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { FolderInUse, FolderLock } from './folder-lock.ts'

function folder(context: TestContext, below = ''): string {
  const path = mkdtempSync(join(tmpdir(), 'klinke-lock-'))
  context.after(() => rmSync(path, { recursive: true }))
  mkdirSync(join(path, below), { recursive: true })
  return join(path, below)
}

/** Another process that holds the lock. */
async function holder(path: string, context: TestContext) {
  const program = join(import.meta.dirname, '../test-support/doomed-lock-holder.ts')
  const child = spawn(process.execPath, [program, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  context.after(() => child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

for (const [what, below] of [
  ['a folder', ''],
  ['a folder with a name longer than a socket may have', 'x'.repeat(120)],
] as const) {
  test(`${what} that another process works in is refused in one line, and free once that one is killed`, async (context) => {
    const path = folder(context, below)
    const other = await holder(path, context)
    await assert.rejects(FolderLock.take(path), (error) => error instanceof FolderInUse && /KLINKE_DATA_DIR/.test(error.message))
    const gone = once(other, 'exit')
    other.kill('SIGKILL')
    await gone
    const lock = await FolderLock.take(path)
    await assert.rejects(FolderLock.take(path), FolderInUse)
    lock.release()
    const again = await FolderLock.take(path)
    again.release()
    assert.deepEqual(readdirSync(path), [])
  })
}

test('of many processes that start where one was killed, exactly one gets the folder', async (context) => {
  const path = folder(context)
  const dead = await holder(path, context)
  const gone = once(dead, 'exit')
  dead.kill('SIGKILL')
  await gone
  const takes = await Promise.allSettled(Array.from({ length: 10 }, () => FolderLock.take(path)))
  const taken = takes.flatMap((take) => (take.status === 'fulfilled' ? [take.value] : []))
  assert.equal(taken.length, 1)
  taken[0]?.release()
})
