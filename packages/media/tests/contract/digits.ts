import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  CALLING_TONE_HZ,
  dtmfFrequencies,
  InbandKeyDetector,
  KeyPressDecoder,
  payloadTypeOf,
  rtpHeaderLength,
  timestampOf,
} from '@klinke/rtp'
import { Parties } from '../support/parties.ts'
import type { RtpPeer } from '../support/rtp-peer.ts'
import type { MakeEngine } from '../support/two-parties.ts'

/** A telephone that presses its keys as tones. */
const TONES_ONLY = { formats: [[8, 'PCMA/8000']] } as const
const TELEPHONE_EVENT = 101

/** Key presses, in both directions, as events and as tones. */
export function digitsContract(name: string, makeEngine: MakeEngine): void {
  test(`${name}: keys pressed as tones are found where media ends here`, async () => {
    await using parties = await Parties.open(makeEngine, 1, { offer: TONES_ONLY })
    await press(parties.at(0).peer, '7')
    const { digit, by, durationMs } = await parties.events.first('dtmf')
    assert.deepEqual([digit, by], ['7', 'inband'])
    assert.ok(Math.abs(durationMs - 100) <= 40, `${durationMs} ms`)
  })

  test(`${name}: a calling fax is told of where media ends here, if it is listened for`, async () => {
    await using parties = await Parties.open(makeEngine, 2, { offer: TONES_ONLY })
    const [{ peer, endpoint }, other] = [parties.at(0), parties.at(1)]
    await callAsFax(peer)
    parties.session.listen(endpoint, { callingTone: true })
    await parties.settled()
    // A machine calls again and again: a burst whose packets come late, because the processor is busy, is not one that can be known.
    for (let bursts = 0; bursts < MOST_BURSTS && parties.events.seen.length === 0; bursts++) await callAsFax(peer)
    assert.equal((await parties.events.first('calling-tone')).endpoint, endpoint.id)
    assert.equal(parties.events.seen.length, 1)
    await parties.session.connect(endpoint, other.endpoint)
    await parties.settled()
    await callAsFax(peer)
    await press(peer, '1')
    assert.equal(parties.events.seen.length, 1)
  })

  test(`${name}: in a call of two, tones are listened for only if it is asked`, async () => {
    await using parties = await Parties.open(makeEngine, 2, { offer: TONES_ONLY })
    const [{ peer, endpoint }, other] = [parties.at(0), parties.at(1)]
    await parties.session.connect(endpoint, other.endpoint)
    await parties.settled()
    await press(peer, '1')
    parties.session.listen(endpoint, { inbandDigits: true })
    await parties.settled()
    await press(peer, '2')
    assert.equal((await parties.events.first('dtmf')).digit, '2')
    assert.equal(parties.events.seen.length, 1)
  })

  test(`${name}: keys are pressed for a party as telephone events, one after the other`, async () => {
    await using parties = await Parties.open(makeEngine, 1)
    const { peer, endpoint } = parties.at(0)
    await parties.session.play(endpoint, { kind: 'tone', frequencyHz: 425, levelDbm0: -10 })
    await parties.session.press(endpoint, '12#', { durationMs: 80, pauseMs: 60 })
    assert.deepEqual(eventsOf(peer), ['1', '2', '#'])
    const { length } = peer.received
    await peer.hears(length + 3)
    assert.ok(peer.received.slice(-3).every(({ bytes }) => payloadTypeOf(bytes) === 8))
  })

  test(`${name}: keys are pressed as tones for a party that knows no events, also while it talks to another`, async () => {
    await using parties = await Parties.open(makeEngine, 2, { offer: TONES_ONLY })
    await parties.session.connect(parties.at(0).endpoint, parties.at(1).endpoint)
    const [, pressing] = await Promise.all([parties.at(1).peer.talk(440, 40), parties.session.press(parties.at(0).endpoint, '58')])
    assert.equal(pressing, undefined)
    assert.deepEqual(tonesOf(parties.at(0).peer), ['5', '8'])
  })

  test(`${name}: an event of one party reaches a party that knows none as a tone`, async () => {
    await using parties = await Parties.open(makeEngine, 1)
    const other = await parties.add(TONES_ONLY)
    await parties.session.connect(parties.at(0).endpoint, other.endpoint)
    await parties.settled()
    parties.at(0).peer.press('9')
    await other.peer.hears(5)
    assert.deepEqual(tonesOf(other.peer), ['9'])
  })

  test(`${name}: speech is told of when it is listened for`, async () => {
    await using parties = await Parties.open(makeEngine, 1)
    parties.session.listen(parties.at(0).endpoint, { speech: true })
    await parties.settled()
    await parties.at(0).peer.talk(500, 20)
    assert.equal((await parties.events.first('speaking')).active, true)
    assert.ok(await parties.events.firstThat('speaking', ({ active }) => !active))
  })
}

const MOST_BURSTS = 8

/** One burst of a calling fax (ITU-T T.30), and enough of the pause after it. */
async function callAsFax(peer: RtpPeer): Promise<void> {
  await peer.talk(CALLING_TONE_HZ, 25)
  await peer.talk(0, 15)
}

/** 100 ms of a key's tone and 100 ms of silence. */
async function press(peer: RtpPeer, key: string): Promise<void> {
  const frequencies = dtmfFrequencies(key)
  assert.ok(frequencies)
  await peer.talk(frequencies, 5)
  await peer.talk(0, 10)
}

function eventsOf(peer: RtpPeer): string[] {
  const decoder = new KeyPressDecoder(8000)
  return peer.received
    .filter(({ bytes }) => payloadTypeOf(bytes) === TELEPHONE_EVENT)
    .flatMap(({ bytes }) => decoder.event(bytes.subarray(rtpHeaderLength(bytes)), timestampOf(bytes))?.digit ?? [])
}

function tonesOf(peer: RtpPeer): string[] {
  const detector = new InbandKeyDetector(8000)
  const samples = Int16Array.from(peer.sound().samples, (sample) => Math.round(sample * 32_768))
  const keys: string[] = []
  for (let at = 0; at < samples.length + 1600; at += 160) {
    const frame = new Int16Array(160)
    frame.set(samples.subarray(at, at + 160))
    const found = detector.add(frame)
    if (found) keys.push(found.digit)
  }
  return keys
}
