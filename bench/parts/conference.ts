import { measure } from '../media-services/measure.ts'
import type { Part } from '../part.ts'

const MEMBERS = 99
const DURATION_MS = 8000

/** 99 telephones in one G.711 conference, all speaking at once, each with its own tone, heard at its level by all others. */
export const conference: Part = {
  name: 'conference',
  async run(log) {
    const result = await measure({
      ...{ phones: MEMBERS, speaks: ['A'], listens: true, durationMs: DURATION_MS },
      order: (ports) => ({ kind: 'room', ports }),
    })
    log(`  ${MEMBERS} members, ${result.packetsReceived} of ${result.packetsExpected} packets, late p99 ${result.lateP99Ms.toFixed(2)} ms`)
    return [
      { what: `processor for ${MEMBERS} members in one G.711 conference`, value: result.processorPercent, unit: '% of a core', atMost: 8 },
      { what: 'pairs of members who hear each other wrongly', value: result.wronglyHeard, unit: `of ${MEMBERS * MEMBERS}`, atMost: 0 },
    ]
  },
}
