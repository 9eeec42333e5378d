import assert from 'node:assert/strict'
import type { Endpoint, MediaEngine, MediaSession, MediaSessionOptions } from '@klinke/rtp'
import { levelAt } from '@klinke/rtp'
import { EventLog } from './event-log.ts'
import { type OfferOptions, RtpPeer } from './rtp-peer.ts'
import { type MakeEngine, PLAIN } from './two-parties.ts'

export interface Party {
  readonly peer: RtpPeer
  readonly endpoint: Endpoint
}

export interface PartiesSetup {
  readonly offer?: OfferOptions
  readonly session?: MediaSessionOptions
}

/** A tone that is heard, against everything else that may be on the line. */
const AUDIBLE_DBM0 = -30
/** What a listener must not hear is below this. */
const INAUDIBLE_DBM0 = -45

/** Any number of telephones whose media ends here, in one session. */
export class Parties implements AsyncDisposable {
  readonly engine: MediaEngine
  readonly session: MediaSession
  readonly events: EventLog
  readonly all: Party[] = []

  private constructor(engine: MediaEngine, options: MediaSessionOptions) {
    this.engine = engine
    this.session = engine.open('a call', options)
    this.events = new EventLog(this.session)
  }

  static async open(makeEngine: MakeEngine, count: number, setup: PartiesSetup = {}): Promise<Parties> {
    const parties = new Parties(makeEngine(), setup.session ?? {})
    for (let number = 0; number < count; number++) await parties.add(setup.offer)
    await parties.settled()
    return parties
  }

  /** One more telephone, which calls in. */
  async add(offer: OfferOptions = {}): Promise<Party> {
    const number = this.all.length
    const peer = await RtpPeer.open(0x1000 + number)
    const endpoint = this.session.endpoint(`party ${number}`, PLAIN)
    peer.follow(await this.session.answer(endpoint, peer.describe(offer)))
    const party = { peer, endpoint }
    this.all.push(party)
    return party
  }

  at(number: number): Party {
    const party = this.all[number]
    assert.ok(party)
    return party
  }

  /** All commands so far have been carried out. */
  async settled(): Promise<void> {
    for (const { endpoint } of this.all.slice(0, 1)) await this.session.statistics(endpoint)
  }

  /** Each telephone of a list speaks its tone, in step, for so many frames. */
  async talk(frequenciesHz: readonly number[], frames: number, payloadType?: number): Promise<void> {
    await Promise.all(frequenciesHz.map((frequencyHz, number) => this.at(number).peer.talk(frequencyHz, frames, payloadType)))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.engine.close()
    for (const { peer } of this.all) peer.close()
  }
}

/** Level of each tone in the second half of what a telephone has heard, when the jitter buffers have settled. */
export function levelsHeard(peer: RtpPeer, frequenciesHz: readonly number[]): number[] {
  const { samples, sampleRateHz } = peer.sound()
  const half = Int16Array.from(samples.subarray(samples.length >> 1), (sample) => Math.round(sample * 32_768))
  return frequenciesHz.map((frequencyHz) => levelAt(half, sampleRateHz, frequencyHz))
}

/** Which of the tones a telephone hears. */
export function tonesHeard(peer: RtpPeer, frequenciesHz: readonly number[]): number[] {
  const levels = levelsHeard(peer, frequenciesHz)
  return frequenciesHz.filter((frequencyHz, index) => {
    const level = levels[index] ?? 0
    assert.ok(level > AUDIBLE_DBM0 || level < INAUDIBLE_DBM0, `${frequencyHz} Hz is half heard, at ${level.toFixed(1)} dBm0`)
    return level > AUDIBLE_DBM0
  })
}
