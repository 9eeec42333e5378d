import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { cadenceOf, levelAt, type MediaSource, type SignalName } from '@klinke/rtp'
import { assertHearsTone, hearsTone, type Sound, TemporaryFolder, writeTone } from '@klinke/testbed'
import { Parties } from '../support/parties.ts'
import type { RtpPeer } from '../support/rtp-peer.ts'
import type { MakeEngine } from '../support/two-parties.ts'

const LEVEL_DBM0 = -12
/** Below a soft tone; silence of G.711 is not quite 0. */
const SILENT = 0.002

const signals: readonly (readonly [SignalName, frequencyHz: number, frames: number, cadenceMs: readonly number[]])[] = [
  ['dial', 425, 30, []],
  ['ringback', 425, 60, [1000]],
  ['busy', 425, 110, [480, 480, 480, 480]],
  ['congestion', 425, 60, [240, 240, 240, 240]],
  ['special-information', 950, 30, []],
  ['waiting', 425, 40, [200, 200, 200]],
  ['beep', 1000, 20, []],
]

/** Files and signals: what is heard of them, in what order, and how it ends. */
export function playingContract(name: string, makeEngine: MakeEngine): void {
  for (const [signal, frequencyHz, frames, expectedMs] of signals) {
    test(`${name}: the signal "${signal}" has its tone and its cadence`, async () => {
      await using parties = await Parties.open(makeEngine, 1)
      const { peer, endpoint } = parties.at(0)
      await parties.session.play(endpoint, { kind: 'signal', signal })
      await peer.hears(frames)
      const level = levelAt(pcm(peer).subarray(0, 1200), 8000, frequencyHz)
      assert.ok(Math.abs(level + 10) < 1, `${frequencyHz} Hz at ${level.toFixed(1)} dBm0`)
      const steps = cadenceOf(pcm(peer), 8000).map(({ durationMs }) => durationMs)
      // The last step is cut off by the end of what was heard.
      const whole = steps.slice(0, -1).slice(0, expectedMs.length)
      assert.equal(whole.length, expectedMs.length)
      for (const [index, durationMs] of whole.entries()) assert.ok(Math.abs(durationMs - (expectedMs[index] ?? 0)) <= 10, `${steps}`)
    })
  }

  for (const sampleRateHz of [8000, 16_000]) {
    test(`${name}: a file of ${sampleRateHz} Hz is heard as recorded, to its end`, async () => {
      await using stage = await Stage.set(makeEngine)
      writeTone(stage.file('a.wav'), 700, LEVEL_DBM0, 0.6, sampleRateHz)
      const playback = await stage.play({ files: [stage.file('a.wav')] })
      assert.equal(await playback.ended, 'finished')
      assertHearsTone('the caller', stage.peer.sound(), { frequencyHz: 700, levelDbm0: LEVEL_DBM0 })
      // Silence goes on until a busy machine has told the end.
      assert.ok(stage.peer.received.length >= 30 && stage.peer.received.length <= 40, `${stage.peer.received.length} frames`)
    })
  }

  test(`${name}: a list is played in order, with its pauses, as often as asked`, async () => {
    await using stage = await Stage.set(makeEngine)
    writeTone(stage.file('low.wav'), 500, LEVEL_DBM0, 0.2)
    writeTone(stage.file('high.wav'), 1500, LEVEL_DBM0, 0.2)
    const files = [stage.file('low.wav'), stage.file('high.wav')]
    const playback = await stage.play({ files, repeat: 2, pauseMs: 100 })
    assert.equal(await playback.ended, 'finished')
    const steps = cadenceOf(pcm(stage.peer), 8000).filter(({ sounding }) => sounding)
    assert.deepEqual(
      steps.map(({ durationMs }) => Math.round(durationMs / 50) * 50),
      [200, 200, 200, 200],
    )
  })

  test(`${name}: gain and start position are kept to; for ever is until it is stopped`, async () => {
    await using stage = await Stage.set(makeEngine)
    writeTone(stage.file('low.wav'), 500, LEVEL_DBM0, 0.4)
    writeTone(stage.file('high.wav'), 1500, LEVEL_DBM0, 10)
    // Two whole rounds of 10.4 s are left out, and then the low tone.
    const options = { files: [stage.file('low.wav'), stage.file('high.wav')], repeat: 'forever', gainDb: -6, startMs: 21_200 } as const
    const playback = await stage.play(options)
    await stage.peer.hears(25)
    assertHearsTone('the caller', stage.peer.sound(), { frequencyHz: 1500, levelDbm0: LEVEL_DBM0 - 6 })
    playback.stop()
    assert.equal(await playback.ended, 'stopped')
    const { packetsSent } = await stage.parties.session.statistics(stage.parties.at(0).endpoint)
    await stage.peer.hears(packetsSent)
    assert.equal((await stage.parties.session.statistics(stage.parties.at(0).endpoint)).packetsSent, packetsSent)
  })

  test(`${name}: something else played ends what was played before`, async () => {
    await using stage = await Stage.set(makeEngine)
    const { session } = stage.parties
    const { endpoint } = stage.parties.at(0)
    const first = await session.play(endpoint, { kind: 'signal', signal: 'dial' })
    const second = await session.play(endpoint, { kind: 'silence' })
    assert.equal(await first.ended, 'stopped')
    first.stop()
    const other = await stage.parties.add()
    await session.connect(endpoint, other.endpoint)
    assert.equal(await second.ended, 'stopped')
    const last = await session.play(endpoint, { kind: 'echo' })
    await session.remove(endpoint)
    assert.equal(await last.ended, 'stopped')
  })

  test(`${name}: a file that is missing or no sound is told and left out; the rest is heard`, async () => {
    await using stage = await Stage.set(makeEngine)
    writeTone(stage.file('good.wav'), 700, LEVEL_DBM0, 0.6)
    writeFileSync(stage.file('text.wav'), 'This is no sound.')
    const playback = await stage.play({ files: [stage.file('gone.wav'), stage.file('text.wav'), stage.file('good.wav')] })
    assert.equal(await playback.ended, 'failed')
    assertHearsTone('the caller', stage.peer.sound(), { frequencyHz: 700, levelDbm0: LEVEL_DBM0 })
    const told = stage.parties.events.seen.map((event) => (event.kind === 'playback-failed' ? [event.file, event.why] : []))
    assert.deepEqual(told, [
      [stage.file('gone.wav'), 'there is no such file'],
      [stage.file('text.wav'), 'it is no WAV file'],
    ])
  })

  test(`${name}: instead of music of which no file can be played a soft tone is heard, until it is stopped`, async () => {
    await using stage = await Stage.set(makeEngine)
    const playback = await stage.play({ files: [stage.file('gone.wav')], repeat: 'forever' })
    // Until it is known that there is no file nothing is heard.
    await hearsTone('the caller', { listen: (ms) => firstHeard(stage.peer, ms) }, { frequencyHz: 425, levelDbm0: -25 }, 200)
    assert.ok(stage.parties.events.seen.some((event) => event.kind === 'playback-failed'))
    playback.stop()
    assert.equal(await playback.ended, 'stopped')
  })

  test(`${name}: a file that was replaced is heard in its new form`, async () => {
    await using stage = await Stage.set(makeEngine)
    writeTone(stage.file('a.wav'), 500, LEVEL_DBM0, 0.4)
    await (await stage.play({ files: [stage.file('a.wav')] })).ended
    stage.peer.forget()
    writeTone(stage.file('a.wav'), 1500, LEVEL_DBM0, 0.6)
    await (await stage.play({ files: [stage.file('a.wav')] })).ended
    assertHearsTone('the caller', stage.peer.sound(), { frequencyHz: 1500, levelDbm0: LEVEL_DBM0 })
  })

  test(`${name}: a party whose codec is not spoken here is not played to, and that is told`, async () => {
    await using parties = await Parties.open(makeEngine, 1)
    const { peer, endpoint } = parties.at(0)
    const other = parties.session.endpoint('other', endpoint.profile)
    const formats = [[97, 'wonder/48000']] as const
    await parties.session.relayOffer(endpoint, other, peer.describe({ formats }))
    peer.follow(await parties.session.relayAnswer(other, endpoint, peer.describe({ formats })))
    const playback = await parties.session.play(endpoint, { kind: 'signal', signal: 'dial' })
    assert.equal(await playback.ended, 'failed')
    assert.match((await parties.events.first('playback-failed')).why, /codec/)
  })
}

/** One caller and a folder with sounds for it. */
class Stage implements AsyncDisposable {
  readonly parties: Parties
  readonly #folder: TemporaryFolder

  private constructor(parties: Parties, folder: TemporaryFolder) {
    this.parties = parties
    this.#folder = folder
  }

  static async set(makeEngine: MakeEngine): Promise<Stage> {
    return new Stage(await Parties.open(makeEngine, 1), new TemporaryFolder('playing'))
  }

  get peer(): RtpPeer {
    return this.parties.at(0).peer
  }

  file(name: string): string {
    return this.#folder.file(name)
  }

  play(source: Partial<Extract<MediaSource, { kind: 'files' }>> & { readonly files: readonly string[] }) {
    return this.parties.session.play(this.parties.at(0).endpoint, { kind: 'files', repeat: 1, ...source })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.parties[Symbol.asyncDispose]()
    this.#folder[Symbol.dispose]()
  }
}

function pcm(peer: RtpPeer): Int16Array {
  return Int16Array.from(peer.sound().samples, (sample) => Math.round(sample * 32_768))
}

/** The first so many milliseconds from where there is sound at all; fewer when no more has come. */
async function firstHeard(peer: RtpPeer, milliseconds: number): Promise<Sound> {
  await peer.hears(peer.received.length + 1)
  const { samples, sampleRateHz } = peer.sound()
  const first = Math.max(
    0,
    samples.findIndex((sample) => Math.abs(sample) > SILENT),
  )
  return { samples: samples.subarray(first, first + (milliseconds * sampleRateHz) / 1000), sampleRateHz }
}
