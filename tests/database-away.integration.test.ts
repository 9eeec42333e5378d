/** Calls need no database: what happens to them when it is away, and to their records. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { assertHearsTone, eventually, missingPeers, RunningProduct } from '@klinke/testbed'
import { callRecord, dialled, phone, root, TONES } from './support.ts'

const skip = missingPeers('baresip')

/** Ends the product's PostgreSQL the hard way. */
function killDatabase(product: RunningProduct): void {
  const [pidFile = ''] = globSync('postgres/**/postmaster.pid', { cwd: product.dataDirectory })
  process.kill(Number(readFileSync(join(product.dataDirectory, pidFile), 'utf8').split('\n')[0]), 'SIGKILL')
}

test('the database dies in the middle of a call: the call goes on, new ones come about, and no record is lost', { skip }, async () => {
  await using product = await RunningProduct.start({ root })
  await using anna = await phone(product, '10', { tone: TONES.anna })
  await using bea = await phone(product, '11', { tone: TONES.bea, answersAtOnce: true })
  await using carl = await phone(product, '12', { tone: TONES.anna })
  await anna.dial(dialled(product, '11'))
  await Promise.all([anna.established(), bea.established()])
  killDatabase(product)
  await carl.dial(dialled(product, '99'))
  await carl.established()
  assertHearsTone('the caller', await anna.listen(600), TONES.bea)
  await Promise.all([anna.hangUp(), carl.hangUp()])
  await eventually('the return of the database', async () => (await product.request('GET', '/call-records')).status === 200)
  for (const caller of ['10', '12']) {
    const record = await callRecord(product, `the call of ${caller}`, (call) => call.caller.number === caller && call.endedAt !== null)
    assert.equal(record.cause, 'hung-up-by-caller')
    assert.ok(record.answeredAt !== null)
  }
})
