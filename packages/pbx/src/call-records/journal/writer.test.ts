import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { VirtualClock } from '@klinke/testbed'
import { listSegments, SegmentReader } from './segments.ts'
import { type JournalFiles, JournalWriter, MAX_PENDING_BYTES, systemFiles } from './writer.ts'

/** A journal on a disk that can be full, or take only a part of a write. */
function journal(segmentBytes = 1_000_000) {
  const directory = mkdtempSync(join(tmpdir(), 'journal-'))
  const clock = new VirtualClock()
  const disk = { full: false, writes: 0, syncs: 0 }
  const files: JournalFiles = {
    write: (fd, bytes, offset) => {
      disk.writes++
      // A full disk takes what fits and then nothing.
      if (disk.full) {
        systemFiles.write(fd, bytes.subarray(0, 5), 0)
        throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
      }
      return systemFiles.write(fd, bytes.subarray(0, offset + 1_000), offset)
    },
    sync: (_fd, done) => {
      disk.syncs++
      done(null)
    },
  }
  const options = { directory, firstSegment: 1, clock, logger: silentLogger, syncIntervalMs: 100, segmentBytes, files }
  const writer = new JournalWriter({ ...options, written: () => undefined, rotated: () => undefined })
  const read = async (): Promise<string[]> => {
    const reader = new SegmentReader()
    const lines: string[] = []
    for (const segment of listSegments(directory)) {
      for (let offset = 0, before = -1; offset !== before; ) {
        before = offset
        const read = await reader.read(segment, offset)
        lines.push(...read.lines.map((line) => line.json))
        offset = read.nextOffset
      }
    }
    await reader.close()
    return lines
  }
  const close = async (): Promise<void> => {
    await writer.close()
    rmSync(directory, { recursive: true })
  }
  return { writer, disk, clock, read, [Symbol.asyncDispose]: close }
}

test('what is appended in one turn is one write at its end', async () => {
  await using running = journal()
  running.writer.append('S', '{"n":1}')
  running.writer.append('E', '{"n":2}')
  assert.equal(running.disk.writes, 0)
  await new Promise(setImmediate)
  assert.equal(running.disk.writes, 1)
  assert.deepEqual(await running.read(), ['{"n":1}', '{"n":2}'])
})

test('a disk that takes a write in parts gets all of it', async () => {
  await using running = journal()
  const long = JSON.stringify({ text: 'x'.repeat(4_500) })
  running.writer.append('S', long)
  running.writer.flush()
  assert.deepEqual(await running.read(), [long])
})

test('lines of a turn are forced to the disk within the interval, and an idle journal not again', async () => {
  await using running = journal()
  running.writer.append('S', '{}')
  running.writer.flush()
  await running.clock.advance(100)
  await running.clock.advance(1_000)
  assert.equal(running.disk.syncs, 1)
})

test('on a full disk lines wait and are written once there is room, none torn and none twice', async () => {
  await using running = journal()
  running.writer.append('S', '{"n":1}')
  running.disk.full = true
  assert.equal(running.writer.flush(), false)
  running.writer.append('S', '{"n":2}')
  await running.clock.advance(2_000)
  running.disk.full = false
  await running.clock.advance(1_000)
  assert.deepEqual(await running.read(), ['{"n":1}', '{"n":2}'])
})

test('what waits for the disk is bounded', async () => {
  await using running = journal()
  running.disk.full = true
  const large = JSON.stringify('x'.repeat(MAX_PENDING_BYTES / 4))
  for (let i = 0; i < 5; i++) running.writer.append('S', large)
  running.writer.flush()
  running.disk.full = false
  running.writer.flush()
  assert.equal((await running.read()).length, 3)
})

test('a full segment is followed by a new one', async () => {
  await using running = journal(10)
  for (const json of ['{"n":1}', '{"n":2}', '{"n":3}']) {
    running.writer.append('S', json)
    running.writer.flush()
  }
  assert.equal(running.writer.position.segment.number, 4)
  assert.deepEqual(await running.read(), ['{"n":1}', '{"n":2}', '{"n":3}'])
})
