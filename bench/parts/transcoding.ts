import { measure } from '../media-services/measure.ts'
import type { Log, Part } from '../part.ts'

const CALLS = [100, 150, 200, 250, 300, 400]
const DURATION_MS = 5000
const LEAST_DELIVERED = 0.999
const MOST_LATE_P99_MS = 10

/** Calls between a G.722 and a G.711 telephone that one worker transcodes in time. */
export const transcoding: Part = {
  name: 'transcoding',
  async run(log) {
    return [{ what: 'G.722–G.711 calls transcoded by one worker', value: await mostCalls(log), unit: 'calls', atLeast: 150 }]
  },
}

async function mostCalls(log: Log): Promise<number> {
  let most = 0
  for (const calls of CALLS) {
    const result = await measure({
      ...{ phones: 2 * calls, speaks: ['G722', 'A'], listens: false, durationMs: DURATION_MS },
      order: (ports) => ({ kind: 'transcode', ports }),
    })
    const delivered = result.packetsReceived / result.packetsExpected
    const share = `${(100 * delivered).toFixed(2)} % of the packets`
    log(`  ${calls} calls: ${share}, late p99 ${result.lateP99Ms.toFixed(1)} ms, ${result.processorPercent.toFixed(0)} % of a core`)
    if (delivered < LEAST_DELIVERED || result.lateP99Ms > MOST_LATE_P99_MS) break
    most = calls
  }
  return most
}
