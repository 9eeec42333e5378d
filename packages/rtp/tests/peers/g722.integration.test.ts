import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { G722 } from '@klinke/rtp'
import { missingPeers } from '@klinke/testbed'
import { anyOctets, demandingSignal } from '../../src/g722/test-support/signal.ts'

function ffmpeg(input: Uint8Array, ...options: readonly string[]): Uint8Array {
  const { status, stdout, stderr } = spawnSync('ffmpeg', ['-loglevel', 'error', ...options, '-'], { input, maxBuffer: 2 ** 24 })
  assert.equal(status, 0, stderr.toString())
  return Uint8Array.from(stdout)
}

const octetsOf = (samples: Int16Array): Uint8Array => new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)

test('G.722 as encoded here is octet by octet what ffmpeg encodes', { skip: missingPeers('ffmpeg') }, () => {
  const samples = demandingSignal()
  const octets = new Uint8Array(samples.length / 2)
  G722.createEncoder().encode(samples, octets)
  assert.deepEqual(octets, ffmpeg(octetsOf(samples), '-f', 's16le', '-ar', '16000', '-ac', '1', '-i', '-', '-f', 'g722'))
})

test('G.722 as decoded here is sample by sample what ffmpeg decodes', { skip: missingPeers('ffmpeg') }, () => {
  const octets = anyOctets()
  const samples = new Int16Array(2 * octets.length)
  G722.createDecoder().decode(octets, samples)
  assert.deepEqual(octetsOf(samples), ffmpeg(octets, '-f', 'g722', '-i', '-', '-f', 's16le'))
})
