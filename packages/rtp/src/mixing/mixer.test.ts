import assert from 'node:assert/strict'
import { test } from 'node:test'
import { levelAt } from '../tones/goertzel.ts'
import { levelOfSamples } from '../tones/level.ts'
import { continuous } from '../tones/tone.ts'
import { ToneGenerator } from '../tones/tone-generator.ts'
import { Mixer } from './mixer.ts'
import type { MixerMember } from './mixer-member.ts'

const FRAME = 160

function joined(mixer: Mixer): MixerMember {
  const member = mixer.join()
  assert.ok(member)
  return member
}

/** A room of so many members; each says its own constant in the frame that is mixed. */
function roomSaying(...values: readonly number[]): { readonly mixer: Mixer; readonly members: MixerMember[]; readonly mix: () => void } {
  const mixer = new Mixer({ frameSamples: FRAME })
  const members = values.map(() => joined(mixer))
  const mix = (): void => {
    for (const [index, member] of members.entries()) member.write(new Int16Array(FRAME).fill(values[index] ?? 0))
    mixer.mix()
  }
  mix()
  return { mixer, members, mix }
}

/** The constant a listener hears. */
function heard(listener: { read(frame: Int16Array): void } | undefined): number | undefined {
  const frame = new Int16Array(FRAME).fill(-1)
  listener?.read(frame)
  assert.ok(frame.every((sample) => sample === frame[0]))
  return frame[0]
}

test('each member hears the sum of the others, and the recording the sum of all', () => {
  const { mixer, members } = roomSaying(1000, 200, -3000)
  assert.deepEqual(members.map(heard), [-2800, -2000, 1200])
  assert.equal(heard(mixer), -1800)
})

test('99 members of one room hear 98 others exactly; the hundredth finds it full', () => {
  const values = Array.from({ length: 99 }, (_, index) => 100 + index)
  const { mixer, members } = roomSaying(...values)
  const sum = values.reduce((all, value) => all + value, 0)
  assert.deepEqual(
    members.map(heard),
    values.map((value) => sum - value),
  )
  assert.equal(mixer.join(), undefined)
})

test('a sum beyond full scale is cut, not wrapped, and what one hears is cut after taking the own voice out', () => {
  const { mixer, members } = roomSaying(30_000, 30_000, -30_000, -30_000, 30_000, 30_000)
  assert.deepEqual(members.map(heard), [30_000, 30_000, 32_767, 32_767, 30_000, 30_000])
  assert.equal(heard(mixer), 32_767)
  assert.equal(heard(roomSaying(-20_000, -20_000).mixer), -32_768)
})

test('every member keeps its own tone for the others only', () => {
  const frequencies = [500, 900, 1300, 2100]
  const mixer = new Mixer({ frameSamples: 1600 })
  const members = frequencies.map((frequencyHz) => {
    const frame = new Int16Array(1600)
    new ToneGenerator(continuous(frequencyHz), -20, 8000).fill(frame)
    const member = joined(mixer)
    member.write(frame)
    return member
  })
  mixer.mix()
  for (const [listener, member] of members.entries()) {
    const frame = new Int16Array(1600)
    member.read(frame)
    for (const [speaker, frequencyHz] of frequencies.entries()) {
      const level = levelAt(frame, 8000, frequencyHz)
      assert.ok(speaker === listener ? level < -70 : Math.abs(level + 20) < 0.1, `${listener} hears ${speaker} at ${level} dBm0`)
    }
  }
})

test('who has sent nothing since the last frame is silent in it', () => {
  const { mixer, members } = roomSaying(1000, 200)
  mixer.mix()
  assert.deepEqual(members.map(heard), [0, 0])
})

test('who leaves is no longer heard, and makes room', () => {
  const mixer = new Mixer({ frameSamples: FRAME, maxMembers: 1 })
  const first = joined(mixer)
  assert.equal(mixer.join(), undefined)
  first.write(new Int16Array(FRAME).fill(1000))
  mixer.leave(first)
  mixer.mix()
  assert.equal(heard(mixer), 0)
  assert.ok(mixer.join())
})

test('a muted member hears all and is heard by none', () => {
  const { members, mix } = roomSaying(1000, 200, 30)
  members[0]?.allow({ muted: true })
  mix()
  assert.deepEqual(members.map(heard), [230, 30, 200])
})

test('a deaf member is heard and hears nothing', () => {
  const { members, mix } = roomSaying(1000, 200)
  members[0]?.allow({ deaf: true })
  mix()
  assert.deepEqual(members.map(heard), [0, 1000])
})

test('gain changes what the others hear, cut at full scale', () => {
  const { members, mix } = roomSaying(1000, 200)
  members[0]?.allow({ gainDb: 6.0206 })
  mix()
  assert.deepEqual(members.map(heard), [200, 2000])
  members[0]?.allow({ gainDb: 60 })
  mix()
  assert.deepEqual(members.map(heard), [200, 32_767])
  members[0]?.allow({})
  mix()
  assert.deepEqual(members.map(heard), [200, 1000])
})

test('a whisper reaches only whom it is meant for, and the recording of the room does not hold it', () => {
  const { mixer, members, mix } = roomSaying(1000, 200, 5000)
  const [agent, customer, supervisor] = members
  assert.ok(agent && supervisor)
  supervisor.allow({ heardBy: new Set([agent]) })
  mix()
  assert.deepEqual([heard(agent), heard(customer), heard(supervisor), heard(mixer)], [5200, 1000, 1200, 1200])
  supervisor.allow({ heardBy: new Set([supervisor]) })
  mix()
  assert.equal(heard(supervisor), 1200)
})

test('only who has no voice in the mix hears the common mix', () => {
  const { mixer, members, mix } = roomSaying(1000, 0, 200)
  const [speaker, listener, whisperer] = members
  assert.ok(listener && whisperer && speaker)
  assert.deepEqual([speaker.hearsAll, listener.hearsAll], [false, true])
  assert.equal(heard(listener), heard(mixer))
  whisperer.allow({ heardBy: new Set([listener]) })
  mix()
  assert.deepEqual([speaker.hearsAll, listener.hearsAll, whisperer.hearsAll], [false, false, true])
})

const noise = (levelDbm0: number): Int16Array => {
  const frame = new Int16Array(FRAME)
  new ToneGenerator(continuous(1000), levelDbm0, 8000).fill(frame)
  return frame
}

test('the noise of a quiet line is not mixed, but the end of a word is', () => {
  const mixer = new Mixer({ frameSamples: FRAME })
  const member = joined(mixer)
  const mixedLevel = (levelDbm0: number): number => {
    member.write(noise(levelDbm0))
    mixer.mix()
    const frame = new Int16Array(FRAME)
    mixer.read(frame)
    return Math.round(levelOfSamples(frame))
  }
  assert.equal(mixedLevel(-60), -120)
  assert.equal(mixedLevel(-30), -30)
  assert.equal(mixedLevel(-60), -60)
  for (let frame = 0; frame < 20; frame++) mixedLevel(-60)
  assert.equal(mixedLevel(-60), -120)
})

test('the level follows the voice at once and falls slowly; speaking ends 400 ms after the voice', () => {
  const mixer = new Mixer({ frameSamples: FRAME })
  const member = joined(mixer)
  member.allow({ muted: true })
  member.write(noise(-15))
  mixer.mix()
  assert.ok(Math.abs(member.levelDbm0 + 15) < 0.1 && member.speaking)
  for (let frame = 0; frame < 19; frame++) mixer.mix()
  assert.ok(Math.abs(member.levelDbm0 + 34) < 0.1 && member.speaking)
  mixer.mix()
  assert.equal(member.speaking, false)
})
