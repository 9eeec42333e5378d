import { type Call, isHolding, type Leg, type Outcome, talked, watchForStops } from '@klinke/calls'
import type { MediaSource, MemberOptions, MixingRoom, PlaybackEnd } from '@klinke/rtp'
import type { CallContext } from '../calls/context.ts'
import type { RoomRecording } from '../recordings/room-recording.ts'
import { newRecording } from './conference-recording.ts'
import { announceEntry } from './entry-announcement.ts'
import { type ConferenceMember, type ConferenceParts, type Newcomer, nameInPlaceOf } from './member.ts'
import {
  admission,
  afterLeaving,
  type ConferenceRole,
  type ConferenceRoom,
  capacityOf,
  type Gathering,
  hearing,
  isOpen,
  welcomeOf,
} from './rules.ts'
import { type ConferenceNotice, countSource, noticeSource, rollCallSource } from './sounds.ts'

/** One conference, from its first member to its last. The room may be changed or deleted meanwhile: what was agreed at the beginning holds. */
export class Conference {
  readonly room: ConferenceRoom
  readonly host: Call
  readonly context: CallContext
  readonly sinceMs: number
  readonly #members: ConferenceMember[] = []
  readonly #mix: MixingRoom
  readonly #capacity: number
  readonly #ended: () => void
  #count = 0
  #opened = false
  #locked = false
  #allMuted = false
  #over = false
  #recording: RoomRecording | undefined

  constructor({ room, host, context, profileMembers, ended }: ConferenceParts) {
    this.room = room
    this.host = host
    this.context = context
    this.sinceMs = host.clock.epochMs()
    this.#capacity = capacityOf(room, profileMembers)
    this.#ended = ended
    this.#mix = host.media.room({ clockRateHz: 16_000, maxMembers: this.#capacity })
    host.scope.own({ close: () => this.#close() })
    host.parties.detachPrincipal()
  }

  get members(): readonly ConferenceMember[] {
    return this.#members
  }

  get locked(): boolean {
    return this.#locked
  }

  /** All who are no moderators are muted. */
  get allMuted(): boolean {
    return this.#allMuted
  }

  /** False once it ends: who comes then begins a new one. */
  get running(): boolean {
    return !this.#over && !this.host.scope.closed
  }

  get gathering(): Gathering {
    return { members: this.#members, locked: this.#locked, opened: this.#opened }
  }

  get recorded(): boolean {
    return this.#recording?.on === true
  }

  admits(role: ConferenceRole): 'welcome' | 'full' | 'locked' {
    return admission(this.gathering, this.#capacity, role)
  }

  /** Takes in a leg that is in the host call. */
  async enter(leg: Leg, { role, name }: Newcomer): Promise<ConferenceMember> {
    const sinceMs = this.host.clock.epochMs()
    const member: ConferenceMember = { id: String(++this.#count), role, name, leg, sinceMs, muted: false, held: false, hears: 'notice' }
    this.#members.push(member)
    this.host.note('conference-joined', `${leg.party.number} as ${role}`)
    void leg.dialog?.ended.then(() => this.remove(member))
    await this.#arrived(member)
    this.#opened = isOpen(this.gathering, this.room)
    await this.#welcome(member)
    if (this.#has(member)) void this.#announce('joined', member)
    return member
  }

  /** `leg`, on its way into the host call, takes the seat of the member: same rights, no word about it. `undefined` when the seat is gone. */
  async replace(before: ConferenceMember, leg: Leg): Promise<ConferenceMember | undefined> {
    const index = this.#members.indexOf(before)
    if (index < 0) return undefined
    const member: ConferenceMember = { ...before, name: nameInPlaceOf(before, leg), leg, hears: 'notice' }
    this.#members[index] = member
    if (before.hears === 'others') this.#mix.leave(before.leg.endpoint)
    void leg.dialog?.ended.then(() => this.remove(member))
    await this.#arrived(member)
    await this.#toldAll(member)
    return member
  }

  /** The member goes: it has hung up, or is sent away. The last one, or the moderator of a room that ends with it, takes the conference along. */
  remove(member: ConferenceMember): void {
    const index = this.#members.indexOf(member)
    if (index < 0) return
    this.#members.splice(index, 1)
    if (!this.running) return
    this.host.note('conference-left', member.leg.party.number)
    this.host.parties.release(member.leg)
    if (afterLeaving(member, this.gathering, this.room) === 'ends') this.end()
    void this.#announce('left', member).then(() => member.name?.forget())
    void this.#arrange()
  }

  /** All are sent away. */
  end(): void {
    this.#close()
    this.host.end(ENDED)
  }

  mute(member: ConferenceMember, muted: boolean): void {
    member.muted = muted
    this.#apply(member)
  }

  /** The member holds the conference, or is back. Its phone may play music meanwhile, which nobody is to hear. */
  hold(member: ConferenceMember, held: boolean): void {
    if (member.held === held) return
    member.held = held
    this.host.note(held ? 'conference-held' : 'conference-resumed', member.leg.party.number)
    this.#apply(member)
    void this.#arrange()
  }

  muteAll(muted: boolean): void {
    this.#allMuted = muted
    for (const member of this.#members) this.#apply(member)
  }

  lock(locked: boolean): void {
    this.#locked = locked
  }

  /** Whether the others hear it. */
  isMuted({ muted, role }: ConferenceMember): boolean {
    return muted || (this.#allMuted && role !== 'moderator')
  }

  /** All are told, then recorded (LAW-06). False where the tenant does not allow that, nobody talks, or there is no room. */
  async record(): Promise<boolean> {
    const recording = newRecording(this, this.#mix)
    if (recording === undefined || hearing(this.gathering) !== 'others') return false
    if (this.recorded) return true
    this.#recording = recording
    for (const member of this.#members) if (member.hears === 'others') member.hears = undefined
    await this.#arrange()
    return recording.begin()
  }

  /** False when nothing is recorded. */
  stopRecording(): boolean {
    if (!this.recorded) return false
    this.#recording?.stop('stopped')
    this.tellAll('recording-ended')
    return true
  }

  /** All who talk hear it while they do. */
  tellAll(notice: ConferenceNotice): void {
    if (this.running) void this.#mix.play(noticeSource(notice, this.context)).catch(() => undefined)
  }

  /** The member hears how many are there, itself included. */
  tellCount(member: ConferenceMember): Promise<void> {
    return this.#tell(member, countSource(this.#members.length, this.context))
  }

  /** The member hears who is there; how many, where nobody has said a name. */
  tellNames(member: ConferenceMember): Promise<void> {
    const names = this.#members.map(({ name }) => name?.path)
    if (names.every((name) => name === undefined)) return this.tellCount(member)
    return this.#tell(member, rollCallSource(names, this.context))
  }

  /** The member is told something, and neither hears the others nor is heard meanwhile. */
  tell(member: ConferenceMember, notice: ConferenceNotice): Promise<void> {
    return this.#tell(member, noticeSource(notice, this.context))
  }

  /** A moderator sends the member away, which is told so. */
  async expel(member: ConferenceMember): Promise<void> {
    await this.#play(member, noticeSource('removed', this.context))
    this.remove(member)
  }

  /** Its media is here, and shows whether it holds. */
  async #arrived(member: ConferenceMember): Promise<void> {
    await member.leg.arrival
    await this.#trying(member, async () => {
      member.held = isHolding(this.host.media.direction(member.leg.endpoint))
      watchForStops(this.host, member.leg)
    })
  }

  #welcome(member: ConferenceMember): Promise<void> {
    const notice = welcomeOf(this.gathering, this.room)
    if (notice === undefined) return this.#toldAll(member)
    return notice === 'count' ? this.tellCount(member) : this.tell(member, notice)
  }

  async #tell(member: ConferenceMember, source: MediaSource): Promise<void> {
    await this.#play(member, source)
    await this.#toldAll(member)
  }

  async #play(member: ConferenceMember, source: MediaSource): Promise<PlaybackEnd | undefined> {
    if (!this.#has(member)) return undefined
    member.hears = 'notice'
    return this.#trying(member, async () => (await this.host.media.play(member.leg.endpoint, source)).ended)
  }

  #toldAll(member: ConferenceMember): Promise<void> {
    member.hears = undefined
    return this.#arrange()
  }

  /** Gives each member what it is to hear. */
  async #arrange(): Promise<void> {
    if (!this.running) return
    const wanted = hearing(this.gathering)
    this.#recording?.pause(wanted !== 'others')
    const changed = this.#members.filter(({ hears }) => hears !== wanted && hears !== 'notice')
    await Promise.all(changed.map((member) => this.#seat(member, wanted)))
  }

  async #seat(member: ConferenceMember, wanted: 'others' | 'music'): Promise<void> {
    if (wanted === 'others' && this.#recording?.mustTell(member.leg)) return this.#tellRecorded(member, this.#recording)
    member.hears = wanted
    const { endpoint } = member.leg
    await this.#trying<unknown>(member, () =>
      wanted === 'others'
        ? this.#mix.join(endpoint, this.#terms(member))
        : this.host.media.play(endpoint, this.host.profile.holdMusic ?? NO_MUSIC),
    )
  }

  /** Nobody is mixed into a recording who does not know of it. What cannot be announced is not recorded. */
  async #tellRecorded(member: ConferenceMember, recording: RoomRecording): Promise<void> {
    const end = await this.#play(member, noticeSource('recorded', this.context))
    // Interrupted by another notice, after which it comes here again.
    if (end === 'stopped' || end === undefined) return
    if (end === 'finished') recording.heard(member.leg)
    else recording.stop('failed')
    await this.#toldAll(member)
  }

  #apply(member: ConferenceMember): void {
    if (member.hears === 'others') this.#mix.change(member.leg.endpoint, this.#terms(member))
  }

  #terms(member: ConferenceMember): MemberOptions {
    return { muted: member.held || this.isMuted(member) }
  }

  async #announce(what: 'joined' | 'left', member: ConferenceMember): Promise<void> {
    if (this.running && hearing(this.gathering) === 'others') await announceEntry(this.#mix, what, member, this)
  }

  /** A member whose media fails is of no use here, and goes; the others talk on. */
  async #trying<T>(member: ConferenceMember, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch {
      if (!this.#has(member)) return undefined
      this.host.note('conference-media-failed', member.leg.party.number)
      this.remove(member)
      return undefined
    }
  }

  #has(member: ConferenceMember): boolean {
    return this.running && this.#members.includes(member)
  }

  #close(): void {
    if (this.#over) return
    this.#over = true
    this.#mix.close()
    for (const { name } of this.#members) name?.forget()
    this.#ended()
  }
}

/** Where the tenant has no music. */
const NO_MUSIC: MediaSource = { kind: 'signal', signal: 'waiting', levelDbm0: -25 }
const ENDED: Outcome = talked('hung-up-by-caller')
