import assert from 'node:assert/strict'
import type { TenantProfile } from '@klinke/accounts'
import type { Clock } from '@klinke/foundation'
import type { PaperCaller, PaperMediaSession, PaperRoom } from '@klinke/testbed'
import { absentDatabase } from '../../test-support/absent-database.ts'
import { TestPbx } from '../../test-support/test-pbx.ts'
import type { ConferenceRoom } from '../rules.ts'
import { RunningConferences } from '../running-conferences.ts'
import { openConferences } from '../slice.ts'
import { PaperNames, plainPins, room } from './rooms.ts'

export const PINS = { participantPin: '1111', moderatorPin: '2222' } as const

/** A tenant with a conference room at 700. */
export class Rooms {
  readonly names = new PaperNames()
  readonly running = new RunningConferences(this.names)
  readonly pbx: TestPbx

  constructor(more: Partial<ConferenceRoom> = {}, profile: Partial<TenantProfile> = {}) {
    const acme = {
      ...{ id: 'acme', extensions: ['10', '11', '12', '13'], numbers: { '+4922170': { kind: 'conference', targetId: 'room-1' } as const } },
      targets: [{ kind: 'conference', id: 'room-1', name: 'Vertrieb', number: '700' }],
      parts: { conferences: new Map([['room-1', room(more)]]) },
      profile,
    }
    const bolt = { id: 'bolt', extensions: ['50'], numbers: {} }
    const { running } = this
    const clock: Clock = {
      nowMs: () => this.pbx.clock.nowMs(),
      epochMs: () => this.pbx.clock.epochMs(),
      after: (...when) => this.pbx.clock.after(...when),
    }
    const conferences = openConferences({ database: absentDatabase, clock, pins: plainPins, running })
    this.pbx = new TestPbx([acme, bolt], { instead: { conferences } })
  }

  /** An extension dials the room and types its PIN; what it is told is heard to the end. */
  async call(from: string, pin?: string): Promise<PaperCaller> {
    const caller = await this.pbx.dial('acme', from, '700')
    if (pin !== undefined) await this.press(`${pin}#`, this.pbx.media.sessions.at(-1))
    await this.heard()
    return caller
  }

  /** Keys of a party; of the caller of a call that has just begun unless `endpoint` says otherwise. */
  async press(keys: string, session = this.host, endpoint = 'caller'): Promise<void> {
    for (const digit of keys) session?.events.send({ kind: 'dtmf', endpoint, digit, durationMs: 100, by: 'telephone-event' })
    await this.pbx.clock.advance(0)
  }

  /** Whatever is played once has been heard. */
  async heard(): Promise<void> {
    for (let round = 0; round < 12; round++) {
      for (const playback of this.pbx.media.sessions.flatMap(({ playbacks }) => playbacks)) {
        if (playback.source.kind !== 'files' || playback.source.repeat !== 'forever') playback.end('finished')
      }
      await this.pbx.clock.advance(0)
    }
  }

  async hangUp(...callers: readonly PaperCaller[]): Promise<void> {
    for (const caller of callers) caller.session.hangUp()
    await this.heard()
  }

  /** The media in which the conference is held. */
  get host(): PaperMediaSession | undefined {
    return this.pbx.media.sessions.find(({ rooms, closed }) => rooms.length > 0 && !closed)
  }

  get mix(): PaperRoom | undefined {
    return this.host?.rooms[0]
  }

  /** Who hears the others, and whether they hear it. */
  get mixed(): Record<string, boolean> {
    return Object.fromEntries([...(this.mix?.members ?? [])].map(([id, { muted = false }]) => [id, !muted]))
  }

  /** The one who was last played to hears the tenant's music. */
  get hearsMusic(): boolean {
    const source = this.host?.playbacks.at(-1)?.source
    return source?.kind === 'files' && source.repeat === 'forever'
  }

  /** Nothing is left of any call. */
  assertOver(calls: number): void {
    assert.equal(this.pbx.ended.length, calls)
    assert.deepEqual([this.pbx.media.opened, this.running.of('room-1')], [0, undefined])
  }
}
