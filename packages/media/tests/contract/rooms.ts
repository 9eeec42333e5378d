import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MixingRoom } from '@klinke/rtp'
import { levelsHeard, Parties, tonesHeard } from '../support/parties.ts'
import { TONE_LEVEL_DBM0 } from '../support/rtp-peer.ts'
import type { MakeEngine } from '../support/two-parties.ts'

const TONES = [500, 900, 1300, 2100] as const
const FRAMES = 40
/** A frame that came late, for the test's own busy machine, is concealed and takes a little of the level. */
const TOLERANCE_DB = 3

/** Conferences: who hears whom, and how loud. */
export function roomsContract(name: string, makeEngine: MakeEngine): void {
  for (const clockRateHz of [8000, 16_000] as const) {
    test(`${name}: in a room of ${clockRateHz} Hz each member hears all others at their level, and never itself`, async () => {
      await using parties = await Parties.open(makeEngine, 4)
      const room = parties.session.room({ clockRateHz, maxMembers: 4 })
      for (const { endpoint } of parties.all) await room.join(endpoint)
      await parties.talk(TONES, FRAMES)
      for (const [number, { peer }] of parties.all.entries()) {
        const levels = levelsHeard(peer, TONES)
        for (const [speaker, level] of levels.entries()) {
          const isRight = speaker === number ? level < -45 : Math.abs(level - TONE_LEVEL_DBM0) < TOLERANCE_DB
          assert.ok(isRight, `${number} hears ${speaker} at ${level.toFixed(1)} dBm0`)
        }
      }
    })
  }

  const terms = [
    ['a muted member hears all and is heard by none', { muted: true }, [[900, 1300], [1300], [900]]],
    ['a deaf member is heard and hears nobody', { deaf: true }, [[], [500, 1300], [500, 900]]],
    ['a whisper reaches only whom it is meant for', { heardBy: ['party 1'] }, [[900, 1300], [500, 1300], [900]]],
  ] as const
  for (const [what, options, expected] of terms) {
    test(`${name}: ${what}`, async () => {
      await using parties = await Parties.open(makeEngine, 3)
      const room = parties.session.room({ clockRateHz: 8000, maxMembers: 9 })
      await room.join(parties.at(0).endpoint, options)
      await room.join(parties.at(1).endpoint)
      await room.join(parties.at(2).endpoint)
      await parties.talk(TONES.slice(0, 3), FRAMES)
      assert.deepEqual(
        parties.all.map(({ peer }) => tonesHeard(peer, TONES)),
        expected,
      )
    })
  }

  test(`${name}: gain changes how loud others hear a member, also while the conference runs`, async () => {
    await using parties = await Parties.open(makeEngine, 2)
    const room = await roomOf(parties)
    room.change(parties.at(0).endpoint, { gainDb: -12 })
    await parties.talk([500], FRAMES)
    const [level = 0] = levelsHeard(parties.at(1).peer, [500])
    assert.ok(Math.abs(level - TONE_LEVEL_DBM0 + 12) < TOLERANCE_DB, `${level.toFixed(1)} dBm0`)
  })

  test(`${name}: who leaves hears nothing and is not heard; who connects to another leaves too`, async () => {
    await using parties = await Parties.open(makeEngine, 4)
    const room = await roomOf(parties)
    room.leave(parties.at(3).endpoint)
    await parties.session.connect(parties.at(2).endpoint, parties.at(3).endpoint)
    await parties.talk(TONES, FRAMES)
    assert.deepEqual(
      parties.all.map(({ peer }) => tonesHeard(peer, TONES)),
      [[900], [500], [2100], [1300]],
    )
  })

  test(`${name}: a room that is full or closed takes nobody in; a place that gets free is given again`, async () => {
    await using parties = await Parties.open(makeEngine, 3)
    const room = parties.session.room({ clockRateHz: 8000, maxMembers: 2 })
    await room.join(parties.at(0).endpoint)
    await room.join(parties.at(1).endpoint)
    await assert.rejects(room.join(parties.at(2).endpoint), { code: 'room-full' })
    await parties.session.play(parties.at(0).endpoint, { kind: 'silence' })
    await room.join(parties.at(2).endpoint)
    room.close()
    await assert.rejects(room.join(parties.at(2).endpoint), { code: 'room-closed' })
  })

  test(`${name}: what is played to the room is heard by all beside the voices`, async () => {
    await using parties = await Parties.open(makeEngine, 2)
    const room = await roomOf(parties)
    const playback = await room.play({ kind: 'tone', frequencyHz: 2100, levelDbm0: -15 })
    await parties.talk([500, 900], FRAMES)
    assert.deepEqual(
      parties.all.map(({ peer }) => tonesHeard(peer, TONES)),
      [
        [900, 2100],
        [500, 2100],
      ],
    )
    playback.stop()
    assert.equal(await playback.ended, 'stopped')
  })

  test(`${name}: it is told when a member begins to speak, with its level, and when it ceases`, async () => {
    await using parties = await Parties.open(makeEngine, 2)
    await roomOf(parties)
    await parties.at(0).peer.talk(500, FRAMES)
    const began = await parties.events.first('speaking')
    assert.equal(began.endpoint, 'party 0')
    assert.ok(began.active && Math.abs(began.levelDbm0 - TONE_LEVEL_DBM0) < 3, `${began.levelDbm0} dBm0`)
    const ceased = await parties.events.firstThat('speaking', ({ active }) => !active)
    assert.ok(ceased)
  })
}

async function roomOf(parties: Parties): Promise<MixingRoom> {
  const room = parties.session.room({ clockRateHz: 8000, maxMembers: 9 })
  for (const { endpoint } of parties.all) await room.join(endpoint)
  return room
}
