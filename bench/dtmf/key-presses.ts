import { below, type Random, uniform } from '@klinke/foundation'
import { DTMF_KEYS, dtmfFrequencies, InbandKeyDetector, peakOfLevel, saturate } from '@klinke/rtp'

const RATE_HZ = 8000
const FRAME_SAMPLES = 160

/** A line on which keys are pressed. */
export interface KeyLine {
  /** Level of the stronger frequency. */
  readonly levelDbm0: number
  /** Power of both frequencies over that of white noise. */
  readonly snrDb: number
  readonly toneMs: number
  readonly pauseMs: number
  /** Frequencies are wrong by up to this: 0.015 is 1.5 %, to which Q.24 adds 2 Hz. */
  readonly offset: number
  /** The weaker frequency is weaker by up to this. */
  readonly twistDb: number
}

/** Presses random keys on such a line and gives how many of them were not recognised, or were recognised as something else. */
export function missedPresses(presses: number, line: KeyLine, random: Random): number {
  const detector = new InbandKeyDetector(RATE_HZ)
  const toneSamples = (RATE_HZ * line.toneMs) / 1000
  const pauseSamples = (RATE_HZ * line.pauseMs) / 1000
  let missed = 0
  for (let press = 0; press < presses; press++) {
    const key = DTMF_KEYS[below(random, DTMF_KEYS.length)] ?? '0'
    // The pause is longer by anything up to a frame, so that the edges fall anywhere on the detector's blocks.
    const start = below(random, FRAME_SAMPLES)
    const samples = new Int16Array(start + toneSamples + pauseSamples)
    fill(samples, start, key, line, random)
    const heard: string[] = []
    for (let at = 0; at < samples.length; at += FRAME_SAMPLES) {
      const ended = detector.add(samples.subarray(at, at + FRAME_SAMPLES))
      if (ended) heard.push(ended.digit)
    }
    if (heard.length !== 1 || heard[0] !== key) missed++
  }
  return missed
}

function fill(samples: Int16Array, start: number, key: string, line: KeyLine, random: Random): void {
  const strong = peakOfLevel(line.levelDbm0)
  const weak = strong * 10 ** ((-line.twistDb * uniform(random)) / 20)
  const [rowPeak, columnPeak] = below(random, 2) === 0 ? [strong, weak] : [weak, strong]
  const [rowHz = 0, columnHz = 0] = dtmfFrequencies(key) ?? []
  const rowTurn = turnPerSample(rowHz, line.offset, random)
  const columnTurn = turnPerSample(columnHz, line.offset, random)
  const rowPhase = 2 * Math.PI * uniform(random)
  const columnPhase = 2 * Math.PI * uniform(random)
  const noise = Math.sqrt((strong ** 2 + weak ** 2) / 2) * 10 ** (-line.snrDb / 20)
  const toneSamples = (RATE_HZ * line.toneMs) / 1000
  for (let at = 0; at < samples.length; at++) {
    const isOn = at >= start && at < start + toneSamples
    const tone = isOn ? rowPeak * Math.sin(rowTurn * at + rowPhase) + columnPeak * Math.sin(columnTurn * at + columnPhase) : 0
    samples[at] = saturate(Math.round(tone + noise * gaussian(random)))
  }
}

function turnPerSample(frequencyHz: number, offset: number, random: Random): number {
  const wrongBy = offset === 0 ? 0 : (2 * uniform(random) - 1) * (offset * frequencyHz + 2)
  return (2 * Math.PI * (frequencyHz + wrongBy)) / RATE_HZ
}

/** Box and Muller (1958). */
function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - uniform(random))) * Math.cos(2 * Math.PI * uniform(random))
}
