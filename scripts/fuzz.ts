/**
 * Breaks messages for a while: `node scripts/fuzz.ts sip|rtp|numbering [seconds=30] [seed=random]`. `sip`: SIP messages; `rtp`: session
 * descriptions and RTP, RTCP, SRTP and STUN packets; `numbering`: numbers as people and phones write them. Ends with 1 at the first input that breaks a property, or when memory
 * has grown; the seed printed at the start repeats the run.
 */
import { heapBytes } from '@klinke/testbed'

const [, , what = '', secondsWanted = '30', seedWanted = String(Date.now() % 1_000_000)] = process.argv
const seconds = Number(secondsWanted)
const seed = Number(seedWanted)
/** What the heap may grow after the warm-up, in bytes. */
const HEAP_GROWTH_LIMIT = 8 * 1024 * 1024
const WARM_UP = 20_000
const BATCH = 1_000

async function newFuzzer(): Promise<{ step(): void }> {
  if (what === 'sip') return new (await import('../packages/sip/tests/fuzz/fuzz.ts')).Fuzzer(seed)
  if (what === 'rtp') return new (await import('../packages/rtp/tests/fuzz/fuzz.ts')).Fuzzer(seed)
  if (what === 'numbering') return new (await import('../packages/numbering/tests/fuzz/fuzz.ts')).Fuzzer(seed)
  throw new Error('Usage: node scripts/fuzz.ts sip|rtp|numbering [seconds] [seed]')
}

console.log(`fuzz ${what}: seed ${seed}, ${seconds} s`)
const fuzzer = await newFuzzer()
for (let i = 0; i < WARM_UP; i++) fuzzer.step()
const before = await heapBytes()
const end = performance.now() + seconds * 1_000
let count = WARM_UP
for (; performance.now() < end; count += BATCH) {
  for (let i = 0; i < BATCH; i++) fuzzer.step()
}
const grown = (await heapBytes()) - before
console.log(`fuzz ${what}: ${count} inputs, heap grew by ${Math.round(grown / 1024)} KiB`)
if (grown > HEAP_GROWTH_LIMIT) {
  console.error(`fuzz ${what}: memory has grown`)
  process.exitCode = 1
}
