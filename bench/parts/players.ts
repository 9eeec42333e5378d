import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWavHeader, writeSamples } from '@klinke/rtp'
import { measure } from '../media-services/measure.ts'
import { secondOf } from '../media-services/tones.ts'
import type { Part } from '../part.ts'

const PLAYERS = 1000
const DURATION_MS = 8000
const SECONDS = 20

/** 1,000 callers hear an announcement at once, each from its own beginning, from one worker. */
export const players: Part = {
  name: 'players',
  async run(log) {
    const folder = mkdtempSync(join(tmpdir(), 'klinke-bench-'))
    try {
      const file = join(folder, 'announcement.wav')
      writeFileSync(file, announcement())
      const result = await measure({
        ...{ phones: PLAYERS, speaks: ['nothing'], listens: false, durationMs: DURATION_MS },
        order: (ports) => ({ kind: 'players', ports, file }),
      })
      const { packetsReceived, packetsExpected, lateP99Ms, lateWorstMs, ownLatenessMs } = result
      log(
        `  ${packetsReceived} of ${packetsExpected} packets; worst ${lateWorstMs.toFixed(1)} ms, the telephones ${ownLatenessMs.toFixed(1)} ms late themselves`,
      )
      return [
        { what: `jitter of ${PLAYERS} players at once, 99 of 100 packets`, value: lateP99Ms, unit: 'ms', atMost: 5 },
        { what: `processor for ${PLAYERS} players`, value: result.processorPercent, unit: '% of a core', atMost: 100 },
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

function announcement(): Uint8Array {
  const second = new Uint8Array(2 * 8000)
  writeSamples(secondOf(0), second)
  const samples = Buffer.concat(Array.from({ length: SECONDS }, () => second))
  return Buffer.concat([buildWavHeader({ sampleRateHz: 8000, channels: 1 }, samples.length), samples])
}
