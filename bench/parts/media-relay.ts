import { benchMediaRelay, type MediaRelayFigure } from '../media-relay.ts'
import type { Log, Part } from '../part.ts'

const CALLS = [200, 400, 600, 800, 1000, 1300, 1600]
const DURATION_MS = 5000
const MOST_LOSS_PERCENT = 0.1
const MOST_ADDED_P99_MS = 2

/** Concurrent G.711 calls that one worker relays in time; beside it rtpengine in userspace. */
export const mediaRelay: Part = {
  name: 'media-relay',
  async run(log) {
    const value = await mostCalls('klinke (kernel)', log)
    const rtpengine = await mostCalls('rtpengine', log)
    const figure = { what: 'concurrent G.711 calls relayed by one worker', value, unit: 'calls', atLeast: 400 }
    return [rtpengine === 0 ? figure : { ...figure, peer: { name: 'rtpengine in userspace', value: rtpengine } }]
  },
}

/** The most of the tried numbers with loss and delay within the limits; 0 when the relay is not installed. */
async function mostCalls(relay: MediaRelayFigure['relay'], log: Log): Promise<number> {
  let most = 0
  for (const calls of CALLS) {
    const [figure] = await benchMediaRelay({ calls: [calls], durationMs: DURATION_MS, relays: [relay] })
    if (!figure) return 0
    const { packetsPerSecond, lossPercent, addedDelayP99Ms, generatorLateMs } = figure
    const delay = `p99 +${addedDelayP99Ms.toFixed(2)} ms, generator late by ${generatorLateMs.toFixed(0)} ms`
    log(`  ${relay}: ${calls} calls, ${Math.round(packetsPerSecond)} packets/s, ${lossPercent.toFixed(3)} % lost, ${delay}`)
    if (lossPercent >= MOST_LOSS_PERCENT || addedDelayP99Ms >= MOST_ADDED_P99_MS) break
    most = calls
  }
  return most
}
