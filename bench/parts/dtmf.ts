import { seededRandom } from '@klinke/foundation'
import { InbandKeyDetector } from '@klinke/rtp'
import { isInstalled } from '@klinke/testbed'
import { type KeyLine, missedPresses } from '../dtmf/key-presses.ts'
import { babble, spoken } from '../dtmf/spoken.ts'
import { vowels } from '../dtmf/vowels.ts'
import type { Figure } from '../figure.ts'
import type { Part } from '../part.ts'

const PRESSES = 20_000
const SEED = 20_261_121
/** The line. */
const TARGET: KeyLine = { levelDbm0: -25, snrDb: 20, toneMs: 40, pauseMs: 40, offset: 0, twistDb: 0 }
/** All of ITU-T Q.24's tolerances at once. */
const WORST: KeyLine = { ...TARGET, offset: 0.015, twistDb: 6 }
const FRAME_SAMPLES = 160

/** How surely the in-band detector finds keys, and how often it finds some in an hour of speech-like sound. */
export const dtmf: Part = {
  name: 'dtmf',
  run(log) {
    const random = seededRandom(SEED)
    const recognised = (line: KeyLine): number => 100 * (1 - missedPresses(PRESSES, line, random) / PRESSES)
    const figures: Figure[] = [
      { what: 'DTMF of 40 ms recognised at −25 dBm0 with 20 dB SNR', value: recognised(TARGET), unit: '%', atLeast: 99.9 },
      { what: 'the same with ±1.5 % ± 2 Hz and up to 6 dB of twist', value: recognised(WORST), unit: '%' },
    ]
    log(`  ${PRESSES} presses each, seed ${SEED}`)
    const speaks = isInstalled('espeak-ng') && isInstalled('ffmpeg')
    if (!speaks) log('  no espeak-ng or no ffmpeg: the hour has only synthetic vowels')
    const sounds = speaks
      ? [
          ['40 min of espeak-ng, 12 languages, 12 voices', spoken(2400, random)] as const,
          ['10 min of two espeak-ng voices at once', babble(600, random)] as const,
          ['10 min of synthetic vowels', vowels(600, random)] as const,
        ]
      : [['60 min of synthetic vowels', vowels(3600, random)] as const]
    let wrong = 0
    for (const [what, samples] of sounds) {
      const keys = keysIn(samples)
      log(`  ${what}: ${keys.length} keys ${keys.join(' ')}`)
      wrong += keys.length
    }
    return Promise.resolve([
      ...figures,
      { what: 'keys found in an hour of speech-like sound (talk-off)', value: wrong, unit: 'keys', atMost: 0 },
    ])
  },
}

function keysIn(samples: Int16Array): string[] {
  const detector = new InbandKeyDetector(8000)
  const keys: string[] = []
  for (let at = 0; at < samples.length; at += FRAME_SAMPLES) {
    const press = detector.add(samples.subarray(at, at + FRAME_SAMPLES))
    if (press) keys.push(`${press.digit} (${press.durationMs} ms at ${(at / 8000).toFixed(1)} s)`)
  }
  return keys
}
