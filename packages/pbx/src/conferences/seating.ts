import { isHolding, watchForStops } from '@klinke/calls'
import type { Endpoint, MediaSource, MemberOptions, MixingRoom, PlaybackEnd } from '@klinke/rtp'
import type { RoomRecording } from '../recordings/room-recording.ts'
import type { Conference } from './conference.ts'
import { announceEntry } from './entry-announcement.ts'
import type { ConferenceMember } from './member.ts'
import { hearing, welcomeOf } from './rules.ts'
import { type ConferenceNotice, countSource, noticeSource, rollCallSource } from './sounds.ts'

/** The conference whose members are seated. */
export type SeatedConference = Pick<Conference, 'room' | 'host' | 'context' | 'members' | 'running' | 'gathering' | 'isMuted' | 'remove'>

/** What each member of a conference hears: the others, music while it waits, or what it is told. */
export class Seating {
  readonly #conference: SeatedConference
  readonly #mix: MixingRoom
  /** Nobody is mixed in who has not been told of it. */
  #recording: RoomRecording | undefined

  constructor(conference: SeatedConference, mix: MixingRoom) {
    this.#conference = conference
    this.#mix = mix
  }

  has(member: ConferenceMember): boolean {
    return this.#conference.running && this.#conference.members.includes(member)
  }

  /** Its media is here, and shows whether it holds. */
  async arrived(member: ConferenceMember): Promise<void> {
    await member.leg.arrival
    const { host } = this.#conference
    await this.#trying(member, async () => {
      member.held = isHolding(host.media.direction(member.leg.endpoint))
      watchForStops(host, member.leg)
    })
  }

  /** It hears what it finds, then takes its seat. */
  welcome(member: ConferenceMember): Promise<void> {
    const { gathering, room } = this.#conference
    const notice = welcomeOf(gathering, room)
    if (notice === undefined) return this.seat(member)
    return notice === 'count' ? this.tellCount(member) : this.tell(member, notice)
  }

  /** It has been told all: it hears the others, or music. */
  seat(member: ConferenceMember): Promise<void> {
    member.hears = undefined
    return this.arrange()
  }

  /** Gives each member what it is to hear. */
  async arrange(): Promise<void> {
    const { running, gathering, members } = this.#conference
    if (!running) return
    const wanted = hearing(gathering)
    this.#recording?.pause(wanted !== 'others')
    const changed = members.filter(({ hears }) => hears !== wanted && hears !== 'notice')
    await Promise.all(changed.map((member) => this.#give(member, wanted)))
  }

  /** It is muted or holds, or not any more. */
  apply(member: ConferenceMember): void {
    if (member.hears === 'others') this.#mix.change(member.leg.endpoint, this.#terms(member))
  }

  /** All are told of the recording before they hear each other again (LAW-06). */
  async announceRecording(recording: RoomRecording): Promise<void> {
    this.#recording = recording
    for (const member of this.#conference.members) if (member.hears === 'others') member.hears = undefined
    await this.arrange()
  }

  /** All who talk hear that somebody has come or gone. */
  async announce(what: 'joined' | 'left', member: ConferenceMember): Promise<void> {
    const { running, gathering } = this.#conference
    if (running && hearing(gathering) === 'others') await announceEntry(this.#mix, what, member, this.#conference)
  }

  tellAll(notice: ConferenceNotice): void {
    const { running, context } = this.#conference
    if (running) void this.#mix.play(noticeSource(notice, context)).catch(() => undefined)
  }

  tell(member: ConferenceMember, notice: ConferenceNotice): Promise<void> {
    return this.#say(member, noticeSource(notice, this.#conference.context))
  }

  tellCount(member: ConferenceMember): Promise<void> {
    const { members, context } = this.#conference
    return this.#say(member, countSource(members.length, context))
  }

  tellNames(member: ConferenceMember): Promise<void> {
    const { members, context } = this.#conference
    const names = members.map(({ name }) => name?.path)
    if (names.every((name) => name === undefined)) return this.tellCount(member)
    return this.#say(member, rollCallSource(names, context))
  }

  /** It hears somebody beside the conference, and nobody else, until it is seated again. */
  async aside(member: ConferenceMember, other: Endpoint): Promise<void> {
    if (!this.has(member)) return
    member.hears = 'notice'
    this.#mix.leave(member.leg.endpoint)
    await this.#trying(member, () => this.#conference.host.media.connect(member.leg.endpoint, other))
  }

  /** The last that it hears here. */
  async tellRemoved(member: ConferenceMember): Promise<void> {
    await this.#play(member, noticeSource('removed', this.#conference.context))
  }

  async #say(member: ConferenceMember, source: MediaSource): Promise<void> {
    await this.#play(member, source)
    await this.seat(member)
  }

  async #play(member: ConferenceMember, source: MediaSource): Promise<PlaybackEnd | undefined> {
    if (!this.has(member)) return undefined
    member.hears = 'notice'
    const { media } = this.#conference.host
    return this.#trying(member, async () => (await media.play(member.leg.endpoint, source)).ended)
  }

  async #give(member: ConferenceMember, wanted: 'others' | 'music'): Promise<void> {
    if (wanted === 'others' && this.#recording?.mustTell(member.leg)) return this.#tellRecorded(member, this.#recording)
    member.hears = wanted
    const { endpoint } = member.leg
    const { media, profile } = this.#conference.host
    await this.#trying<unknown>(member, () =>
      wanted === 'others' ? this.#mix.join(endpoint, this.#terms(member)) : media.play(endpoint, profile.holdMusic ?? NO_MUSIC),
    )
  }

  /** Nobody is mixed into a recording who does not know of it. What cannot be announced is not recorded. */
  async #tellRecorded(member: ConferenceMember, recording: RoomRecording): Promise<void> {
    const end = await this.#play(member, noticeSource('recorded', this.#conference.context))
    // Interrupted by another notice, after which it comes here again.
    if (end === 'stopped' || end === undefined) return
    if (end === 'finished') recording.heard(member.leg)
    else recording.stop('failed')
    await this.seat(member)
  }

  #terms(member: ConferenceMember): MemberOptions {
    return { muted: member.held || this.#conference.isMuted(member) }
  }

  /** A member whose media fails is of no use here, and goes; the others talk on. */
  async #trying<T>(member: ConferenceMember, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch {
      if (!this.has(member)) return undefined
      this.#conference.host.note('conference-media-failed', member.leg.party.number)
      this.#conference.remove(member)
      return undefined
    }
  }
}

/** Where the tenant has no music. */
const NO_MUSIC: MediaSource = { kind: 'signal', signal: 'waiting', levelDbm0: -25 }
