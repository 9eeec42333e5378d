/**
 * Breaks session descriptions and RTP, RTCP, SRTP and STUN packets for a while: `node scripts/fuzz-rtp.ts [seconds=30] [seed=random]`.
 * Ends with 1 at the first input that breaks a property, or when memory has grown; the seed printed at the start repeats the run.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Fuzzer } from '../packages/rtp/tests/fuzz/fuzz.ts'

const seconds = Number(process.argv[2] ?? 30)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
/** What the heap may grow after the warm-up, in bytes. */
const HEAP_GROWTH_LIMIT = 8 * 1024 * 1024
const WARM_UP = 20_000
const BATCH = 1_000

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

function heapBytes(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed
}

console.log(`fuzz-rtp: seed ${seed}, ${seconds} s`)
const fuzzer = new Fuzzer(seed)
for (let i = 0; i < WARM_UP; i++) fuzzer.step()
const before = heapBytes()
const end = performance.now() + seconds * 1_000
let count = WARM_UP
for (; performance.now() < end; count += BATCH) {
  for (let i = 0; i < BATCH; i++) fuzzer.step()
}
const grown = heapBytes() - before
console.log(`fuzz-rtp: ${count} descriptions and packets, heap grew by ${Math.round(grown / 1024)} KiB`)
if (grown > HEAP_GROWTH_LIMIT) {
  console.error('fuzz-rtp: memory has grown')
  process.exitCode = 1
}
