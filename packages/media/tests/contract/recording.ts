import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { levelAt, parseWav, type RecordingOptions, readSamples, type WavHeader } from '@klinke/rtp'
import { TemporaryFolder } from '@klinke/testbed'
import { Parties } from '../support/parties.ts'
import { pause, TONE_LEVEL_DBM0 } from '../support/rtp-peer.ts'
import type { MakeEngine } from '../support/two-parties.ts'

const FRAMES = 40
/** A recording of a voice begins with the time that its jitter buffer takes to fill. */
const SETTLING_MS = 120

/** Recordings: what is in the file, and why each ends. */
export function recordingContract(name: string, makeEngine: MakeEngine): void {
  test(`${name}: two that talk are recorded in two channels while they hear each other untouched`, async () => {
    await using stage = await Stage.set(makeEngine, 2)
    const { parties } = stage
    await parties.session.connect(parties.at(0).endpoint, parties.at(1).endpoint)
    const recording = await stage.record({ channels: 'separate' })
    await parties.talk([500, 1300], FRAMES)
    recording.stop()
    assert.equal((await recording.ended).reason, 'stopped')
    const { header, left, right } = stage.heard()
    assert.equal(header.channels, 2)
    assertOnly(left, 500, 1300)
    assertOnly(right, 1300, 500)
    assert.equal(parties.at(1).peer.received.length, FRAMES)
  })

  test(`${name}: mixed, both are in one channel`, async () => {
    await using stage = await Stage.set(makeEngine, 2)
    const recording = await stage.record({ channels: 'mixed' })
    await stage.parties.talk([500, 1300], FRAMES)
    recording.stop()
    const { durationMs } = await recording.ended
    const { header, left } = stage.heard()
    assert.deepEqual([header.channels, header.sampleRateHz], [1, 8000])
    assert.equal(durationMs, (left.length * 1000) / 8000)
    for (const frequencyHz of [500, 1300]) assertLoud(left, frequencyHz)
  })

  test(`${name}: a message ends after silence, which stays in it`, async () => {
    await using stage = await Stage.set(makeEngine, 1)
    const recording = await stage.record({ stopAfterSilenceSeconds: 1 })
    await stage.parties.at(0).peer.talk(700, FRAMES)
    const { reason, durationMs } = await recording.ended
    assert.equal(reason, 'silence')
    assert.ok(durationMs >= FRAMES * 20 + 900 && durationMs <= FRAMES * 20 + 1500, `${durationMs} ms`)
    assertLoud(stage.heard().left.subarray(1600, 4800), 700)
  })

  test(`${name}: a message ends at its limit; pauses do not count and are not in it`, async () => {
    await using stage = await Stage.set(makeEngine, 1)
    const recording = await stage.record({ maxSeconds: 1 })
    const speaking = stage.parties.at(0).peer.talk(700, 80)
    await pause(200)
    recording.pause()
    await pause(400)
    recording.resume()
    assert.deepEqual(await recording.ended, { reason: 'limit', durationMs: 1000 })
    await speaking
    assert.equal(stage.heard().left.length, 8000)
  })

  test(`${name}: the parties hear a beep when they are recorded, if it is asked for`, async () => {
    await using stage = await Stage.set(makeEngine, 2)
    await stage.record({ announceBeep: true })
    for (const { peer } of stage.parties.all) {
      await peer.hears(19)
      const samples = Int16Array.from(peer.sound().samples, (sample) => Math.round(sample * 32_768))
      assert.ok(levelAt(samples.subarray(0, 2400), 8000, 1000) > -13)
    }
  })

  test(`${name}: who is removed ends the recording, whose file is complete`, async () => {
    await using stage = await Stage.set(makeEngine, 2)
    const recording = await stage.record({ channels: 'separate' })
    await stage.parties.talk([500, 1300], FRAMES)
    await stage.parties.session.remove(stage.parties.at(1).endpoint)
    assert.equal((await recording.ended).reason, 'endpoint-gone')
    assertOnly(stage.heard().right, 1300, 500)
  })

  test(`${name}: a full disk ends a recording, and so does a folder that is not there`, async () => {
    await using stage = await Stage.set(makeEngine, 1)
    const full = await stage.record({ path: '/dev/full' })
    assert.equal((await full.ended).reason, 'disk-full')
    const nowhere = await stage.record({ path: stage.file('no/such/folder.wav') })
    assert.deepEqual(await nowhere.ended, { reason: 'failed', durationMs: 0 })
  })

  test(`${name}: the file is a WAV file while it grows, and complete when the engine is closed`, async () => {
    await using stage = await Stage.set(makeEngine, 1)
    const recording = await stage.record({})
    await stage.parties.at(0).peer.talk(700, 70)
    const growing = stage.heard().left
    assert.ok(growing.length >= 8000, `${growing.length} samples after 1.4 s`)
    await stage.parties.engine.close()
    assert.equal((await recording.ended).reason, 'endpoint-gone')
    assert.ok(stage.heard().left.length > growing.length)
  })

  test(`${name}: a room is recorded with all that is said in it`, async () => {
    await using stage = await Stage.set(makeEngine, 3)
    const { parties } = stage
    const room = parties.session.room({ clockRateHz: 16_000, maxMembers: 3 })
    for (const { endpoint } of parties.all) await room.join(endpoint)
    const recording = await room.record({ path: stage.file('recording.wav'), maxSeconds: 60 })
    await parties.talk([500, 900, 1300], FRAMES)
    room.close()
    assert.equal((await recording.ended).reason, 'endpoint-gone')
    const { header, left } = stage.heard()
    assert.equal(header.sampleRateHz, 16_000)
    for (const frequencyHz of [500, 900, 1300]) assertLoud(left, frequencyHz, 16_000)
  })
}

/** Telephones, and a folder for what is recorded of the first two. */
class Stage implements AsyncDisposable {
  readonly parties: Parties
  readonly #folder = new TemporaryFolder('recording')

  private constructor(parties: Parties) {
    this.parties = parties
  }

  static async set(makeEngine: MakeEngine, count: number): Promise<Stage> {
    return new Stage(await Parties.open(makeEngine, count))
  }

  file(name: string): string {
    return this.#folder.file(name)
  }

  async record(options: Partial<RecordingOptions>) {
    const [first, second] = this.parties.all
    assert.ok(first)
    const endpoints = second ? ([first.endpoint, second.endpoint] as const) : ([first.endpoint] as const)
    const path = this.file('recording.wav')
    const recording = await this.parties.session.record({ path, endpoints, channels: 'mixed', maxSeconds: 60, ...options })
    await this.parties.settled()
    return recording
  }

  /** The recording, without the time its voices took to come. */
  heard(): { readonly header: WavHeader; readonly left: Int16Array; readonly right: Int16Array } {
    const octets = readFileSync(this.file('recording.wav'))
    const parsed = parseWav(octets, octets.length)
    assert.ok(parsed.ok)
    const { dataOffset, dataOctets, channels } = parsed.value
    const both = new Int16Array(dataOctets / 2)
    readSamples(octets.subarray(dataOffset, dataOffset + dataOctets), 1, both)
    const channel = (number: number): Int16Array => both.filter((_, index) => index % channels === number)
    return { header: parsed.value, left: channel(0), right: channel(1 % channels) }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.parties[Symbol.asyncDispose]()
    this.#folder[Symbol.dispose]()
  }
}

function assertLoud(samples: Int16Array, frequencyHz: number, sampleRateHz = 8000): void {
  const level = levelAt(samples.subarray((SETTLING_MS * sampleRateHz) / 1000), sampleRateHz, frequencyHz)
  assert.ok(Math.abs(level - TONE_LEVEL_DBM0) < 3, `${frequencyHz} Hz at ${level.toFixed(1)} dBm0`)
}

function assertOnly(samples: Int16Array, frequencyHz: number, otherHz: number): void {
  assertLoud(samples, frequencyHz)
  const other = levelAt(samples, 8000, otherHz)
  assert.ok(other < -40, `${otherHz} Hz at ${other.toFixed(1)} dBm0`)
}
