import { join } from 'node:path'
import { RunningProduct } from '@klinke/testbed'
import { BenchPhone } from '../feature-code/bench-phone.ts'
import type { Figure } from '../figure.ts'
import type { Log, Part } from '../part.ts'
import { UNDER_TEST } from '../signalling/cores.ts'

const root = join(import.meta.dirname, '../..')
const CALLS = 200
/** Until the code is compiled. */
const WARM_UP = 30
const AT_MOST_MS = 150
/** `*36` only speaks ("there is no callback"); `#26` writes a setting into the database first. */
const CODES = [
  ['*36', 'feature code that speaks'],
  ['#26', 'feature code that stores a setting, then speaks'],
] as const

/** From the INVITE of a telephone, which is challenged, to the first packet that can be heard. */
export const featureCode: Part = {
  name: 'feature-code',
  async run(log) {
    await using product = await RunningProduct.start({ root, under: UNDER_TEST, environment: { KLINKE_LOG_LEVEL: 'warn' } })
    await using phone = await BenchPhone.start(product, '10')
    const figures: Figure[] = []
    for (const [code, what] of CODES) figures.push(...(await measure(phone, code, what, log)))
    return figures
  },
}

async function measure(phone: BenchPhone, code: string, what: string, log: Log): Promise<readonly Figure[]> {
  const packets: number[] = []
  const audio: number[] = []
  for (let call = -WARM_UP; call < CALLS; call++) {
    const { packetMs, audioMs } = await phone.dial(code)
    if (call < 0) continue
    packets.push(packetMs)
    audio.push(audioMs)
  }
  log(`  ${code}: first packet p50 ${percentile(packets, 50).toFixed(1)} ms, p99 ${percentile(packets, 99).toFixed(1)} ms`)
  return [
    { what: `${what}: INVITE to first audio, p50`, value: percentile(audio, 50), unit: 'ms', atMost: AT_MOST_MS },
    { what: `${what}: INVITE to first audio, p99`, value: percentile(audio, 99), unit: 'ms', atMost: AT_MOST_MS },
  ]
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((percent / 100) * sorted.length))] ?? 0
}
