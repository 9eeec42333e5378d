import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ALAW_SILENCE, decodeG711, encodeG711, type G711Law, transcodeG711, ULAW_SILENCE } from './g711.ts'

function decoded(law: G711Law, ...codes: number[]): number[] {
  const samples = new Int16Array(codes.length)
  decodeG711(law, Uint8Array.from(codes), samples)
  return [...samples]
}

function encoded(law: G711Law, ...samples: number[]): number[] {
  const octets = new Uint8Array(samples.length)
  encodeG711(law, Int16Array.from(samples), octets)
  return [...octets]
}

const CODES = Array.from({ length: 256 }, (_, code) => code)

// ITU-T G.711 tables 1a/1b (A-law, 13 bit) and 2a/2b (µ-law, 14 bit), scaled to 16 bit.
test('the decision values of the recommendation come out', () => {
  assert.deepEqual(decoded('A', 0xd5, 0x55, 0xaa, 0x2a, 0x80, 0x00), [8, -8, 32_256, -32_256, 5504, -5504])
  assert.deepEqual(decoded('µ', 0xff, 0x7f, 0x80, 0x00, 0xf0, 0x70), [0, 0, 32_124, -32_124, 120, -120])
})

for (const law of ['A', 'µ'] as const) {
  test(`${law}-law: encoding what was decoded gives the same octet`, () => {
    // 0x7f is the negative zero of µ-law: linear PCM has only one zero.
    assert.deepEqual(
      encoded(law, ...decoded(law, ...CODES)),
      CODES.map((code) => (law === 'µ' && code === 0x7f ? 0xff : code)),
    )
  })

  test(`${law}-law: the quantising error of any sample is at most half a step of its segment`, () => {
    for (let sample = -32_768; sample <= 32_767; sample += 7) {
      const [back = 0] = decoded(law, ...encoded(law, sample))
      assert.ok(Math.abs(back - sample) <= Math.max(16, Math.abs(sample) / 30), `${sample} became ${back}`)
    }
  })
}

test('silence encodes to the octet of silence', () => {
  assert.deepEqual([...encoded('A', 0), ...encoded('µ', 0)], [ALAW_SILENCE, ULAW_SILENCE])
})

test('changing the law in place keeps the sound', () => {
  const octets = Uint8Array.from(encoded('A', 12_000, -900, 0))
  transcodeG711('A', octets)
  const [loud = 0, quiet = 0, none = 0] = decoded('µ', ...octets)
  assert.ok(Math.abs(loud - 12_000) < 500 && Math.abs(quiet + 900) < 50 && Math.abs(none) <= 8)
  transcodeG711('µ', octets)
  assert.deepEqual([...octets], encoded('A', 12_000, -900, 0))
})
