/** The disk is full: calls go on, and no record is lost. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { eventually, missingPeers, RunningProduct } from '@klinke/testbed'
import { ANSWER, CALL } from './scenarios.ts'
import { callRecords, endedRecords, noLiveCalls, root, sippCalled, sippCaller } from './support.ts'

/** Only an administrator mounts file systems. */
const skip = missingPeers('sipp') || (process.getuid?.() === 0 ? false : 'needs a tiny file system, which only root can mount')
const CALLS = 20
const DEADLINE_MS = 30_000

test('calls go on while the disk takes no call records; they are stored when it has room again, and the log says what to do', {
  skip,
}, async () => {
  await using product = await RunningProduct.start({ root })
  await using folder = await smallDisk(product)
  folder.fill()
  await call(product)
  await noLiveCalls(product)
  await eventually('the error in the log', () => /cannot be written.*Free disk space/.test(product.output), { shown: () => product.output })
  assert.ok((await callRecords(product)).length < CALLS, 'the disk was not full')
  folder.makeRoom()
  const records = await endedRecords(product, CALLS, () => true)
  assert.deepEqual([records.length, records.filter(({ cause }) => cause === 'hung-up-by-caller').length], [CALLS, CALLS])
})

/** The journal of the product gets a file system of its own. */
async function smallDisk(product: RunningProduct) {
  const folder = join(product.dataDirectory, 'call-records')
  product.drain()
  await product.ended()
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k,mode=700', 'tmpfs', folder])
  assert.equal(status, 0, String(stderr))
  await product.restart()
  const filler = join(folder, 'filler')
  return {
    fill: () => assert.throws(() => writeFileSync(filler, Buffer.alloc(100_000)), { code: 'ENOSPC' }),
    makeRoom: () => rmSync(filler),
    // It leaves its place at once and goes when the product has closed its files.
    [Symbol.asyncDispose]: async () => void spawnSync('umount', ['-l', folder]),
  }
}

async function call(product: RunningProduct): Promise<void> {
  await using called = await sippCalled(product, { extension: '11', scenario: ANSWER, calls: CALLS })
  await using caller = await sippCaller(product, { extension: '10', peer: '11', scenario: CALL, calls: CALLS, callsPerSecond: 20 })
  assert.equal((await caller.succeeded(DEADLINE_MS)).successfulCalls, CALLS)
  await called.succeeded(DEADLINE_MS)
}
