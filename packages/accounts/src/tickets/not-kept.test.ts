import assert from 'node:assert/strict'
import { test } from 'node:test'
import { notKeptLines, sortFiles } from './not-kept.ts'

const MB = 1024 ** 2
const file = (name: string, octets: number) => ({ name, mediaType: 'application/octet-stream', content: new Uint8Array(octets) })

test('SLA-04: of the files of a mail ten of 10 MB each go into the ticket, as far as its sum lets them; the others are named with the reason', () => {
  const small = Array.from({ length: 11 }, (_, at) => file(`${at}.log`, 1))
  const { kept, notKept } = sortFiles([file('none.txt', 0), file('dump.pcap', 10 * MB + 1), ...small], 0)
  assert.equal(kept.length, 10)
  assert.deepEqual(notKept, [
    { name: 'none.txt', why: 'empty' },
    { name: 'dump.pcap', why: 'too-large' },
    { name: '10.log', why: 'too-many' },
  ])
  assert.deepEqual(sortFiles([file('a', MB), file('b', MB + 1), file('c', MB)], 198 * MB).notKept, [{ name: 'b', why: 'full' }])
})

test('SLA-04: a mail with a thousand files is answered by twenty lines and a number', () => {
  const lines = notKeptLines(
    Array.from({ length: 1_000 }, () => ({ name: 'x'.repeat(200), why: 'too-many' })),
    'de',
  ).split('\n')
  assert.equal(lines.length, 21)
  assert.equal(lines.at(-1), '- und 980 weitere')
  assert.ok(lines.every((line) => line.length < 140))
})
