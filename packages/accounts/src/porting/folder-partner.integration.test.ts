/** How long files of messages between carriers lie in the folders that are ours. */
import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { systemClock } from '@klinke/platform'
import { VirtualClock } from '@klinke/testbed'
import { FolderPartner, MAX_REFUSED, MESSAGE_FILE_DAYS } from './folder-partner.ts'
import { OtherCarrier } from './test-support/other-carrier.ts'

const DAY_MS = 86_400_000

test('what was taken and refused goes after so many days, with its reasons; of what was refused there is so much at most', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'klinke-porting-folder-'))
  try {
    // Files carry the time of the machine.
    const clock = new VirtualClock(systemClock().epochMs())
    const [partner, other] = [new FolderPartner(folder, clock), new OtherCarrier(folder)]
    const files = async () => [(await readdir(join(folder, 'taken'))).length, (await readdir(join(folder, 'refused'))).length]
    for (let count = 0; count < MAX_REFUSED + 3; count++) other.writes({ count })
    const [first, second, ...others] = await partner.receive()
    await first?.done()
    await second?.done()
    for (const received of others) await received.refused('unknown')
    assert.deepEqual(await files(), [2, 2 * MAX_REFUSED])
    assert.equal(other.refused().length, MAX_REFUSED)
    await clock.advance((MESSAGE_FILE_DAYS - 1) * DAY_MS)
    other.writes({ waits: true })
    assert.equal((await partner.receive()).length, 1)
    assert.deepEqual(await files(), [2, 2 * MAX_REFUSED])
    await clock.advance(2 * DAY_MS)
    assert.equal((await partner.receive()).length, 1, 'what nobody has looked at stays')
    assert.deepEqual(await files(), [0, 0])
  } finally {
    await rm(folder, { recursive: true })
  }
})
