/**
 * Nanoseconds per 20 ms frame of the signal processing in packages/rtp, and of Opus in packages/media: `node bench/signal-processing.ts`. One thread, no sockets. A load of
 * 1 % of a core is 200,000 ns per frame.
 */
import { setImmediate } from 'node:timers/promises'
import {
  Concealer,
  G722,
  InbandKeyDetector,
  JitterBuffer,
  Mixer,
  type MixerMember,
  PCMA,
  Resampler,
  type ResamplerRateHz,
  SilenceDetector,
} from '@klinke/rtp'
import { loadOpus } from '../packages/media/src/codecs/opus-codec.ts'

const WARM_UP_FRAMES = 2000
const FRAMES = 20_000
const ROOM_FRAMES = 2000
const NS_PER_PERCENT_OF_CORE = 200_000

function measure(what: string, frame: (at: number) => void, frames = FRAMES): void {
  for (let at = 0; at < WARM_UP_FRAMES; at++) frame(at)
  const start = process.hrtime.bigint()
  for (let at = 0; at < frames; at++) frame(WARM_UP_FRAMES + at)
  const ns = Number(process.hrtime.bigint() - start) / frames
  console.log(`| ${what} | ${Math.round(ns).toLocaleString('en')} | ${(ns / NS_PER_PERCENT_OF_CORE).toFixed(3)} % |`)
}

const noise = (length: number): Int16Array => Int16Array.from({ length }, (_, at) => ((at * 7919) % 8001) - 4000)

function room(members: number, speaking: number): void {
  const mixer = new Mixer({ frameSamples: 160 })
  const joined: MixerMember[] = []
  for (let at = 0; at < members; at++) {
    const member = mixer.join()
    if (member) joined.push(member)
  }
  const voice = noise(160)
  const heard = new Int16Array(160)
  const tick = (): void => {
    for (const member of joined.slice(0, speaking)) member.write(voice)
    mixer.mix()
    for (const member of joined) member.read(heard)
  }
  measure(`mix and read for all of ${members} members at 8 kHz, ${speaking} speak`, tick, ROOM_FRAMES)
}

function resampler(from: ResamplerRateHz, to: ResamplerRateHz): void {
  const input = noise(from / 50)
  const output = new Int16Array(to / 50)
  const filter = new Resampler(from, to)
  measure(`resample ${from / 1000} to ${to / 1000} kHz`, () => filter.process(input, output))
}

console.log('| what, per 20 ms | ns | of one core |\n| --- | --- | --- |')
room(99, 99)
room(99, 3)
for (const [from, to] of [
  [8000, 16_000],
  [16_000, 8000],
  [16_000, 48_000],
  [48_000, 16_000],
  [8000, 48_000],
  [48_000, 8000],
] as const) {
  resampler(from, to)
}

const jitter = new JitterBuffer({ clockRateHz: 8000, frameMs: 20, durationOf: ({ length }) => length })
const payload = new Uint8Array(160)
measure('jitter buffer, a packet in and out', (at) => {
  jitter.push(at & 0xffff, (at * 160) >>> 0, payload, at * 20 + (at % 7))
  jitter.pull(at * 20 + 9, false)
})

const concealer = new Concealer(8000)
const frame = noise(160)
const made = new Int16Array(160)
measure('concealment at 8 kHz, nothing lost', () => concealer.received(frame))
measure('concealment at 8 kHz, every second frame lost', (at) => (at % 2 === 0 ? concealer.received(frame) : concealer.conceal(made)))

const silence = new SilenceDetector(8000)
measure('silence detector at 8 kHz', () => silence.add(frame))

const keys = new InbandKeyDetector(8000)
measure('in-band DTMF detector at 8 kHz', () => keys.add(frame))

const wide = noise(320)
const [toG722, fromG722] = [G722.createEncoder(), G722.createDecoder()]
const octets = new Uint8Array(160)
measure('G.722 encode', () => toG722.encode(wide, octets))
measure('G.722 decode', () => fromG722.decode(octets, wide))

const [up, down] = [new Resampler(8000, 16_000), new Resampler(16_000, 8000)]
const [toPcma, fromPcma] = [PCMA.createEncoder(), PCMA.createDecoder()]
const narrow = noise(160)
measure('a call G.722 to G.711, both directions, decode, resample, encode', () => {
  fromG722.decode(octets, wide)
  down.process(wide, narrow)
  toPcma.encode(narrow, payload)
  fromPcma.decode(payload, narrow)
  up.process(narrow, wide)
  toG722.encode(wide, octets)
})

const opus = await loadOpus()
const [toOpus, fromOpus] = [opus.createEncoder('useinbandfec=1'), opus.createDecoder()]
await setImmediate()
const packet = new Uint8Array(opus.mostOctets)
const opusOctets = toOpus.encode(wide, packet)
measure('Opus encode, 16 kHz, 24 kbit/s, FEC', () => toOpus.encode(wide, packet), ROOM_FRAMES)
measure('Opus decode', () => fromOpus.decode(packet.subarray(0, opusOctets), wide), ROOM_FRAMES)
toOpus.close()
fromOpus.close()
