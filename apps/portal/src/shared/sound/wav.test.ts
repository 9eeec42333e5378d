import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wavOf } from './wav.ts'

test('samples become a WAV file of one channel with 16 bits, and too loud ones are held at the most', () => {
  const file = wavOf(Float32Array.of(0, 1, -1, 2), 48_000)
  const view = new DataView(file.buffer)
  assert.equal(new TextDecoder().decode(file.subarray(0, 4)), 'RIFF')
  assert.deepEqual([view.getUint16(22, true), view.getUint32(24, true), view.getUint16(34, true)], [1, 48_000, 16])
  assert.equal(view.getUint32(40, true), 8)
  assert.deepEqual(
    [44, 46, 48, 50].map((at) => view.getInt16(at, true)),
    [0, 32_767, -32_767, 32_767],
  )
})
