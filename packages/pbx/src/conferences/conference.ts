import { type Call, type Leg, type Outcome, talked } from '@klinke/calls'
import type { MixingRoom } from '@klinke/rtp'
import type { CallContext } from '../calls/context.ts'
import type { RoomRecording } from '../recordings/room-recording.ts'
import { newRecording } from './conference-recording.ts'
import { type ConferenceMember, type ConferenceParts, type Newcomer, nameInPlaceOf } from './member.ts'
import { admission, afterLeaving, type ConferenceRole, type ConferenceRoom, capacityOf, type Gathering, hearing, isOpen } from './rules.ts'
import { Seating } from './seating.ts'
import type { ConferenceNotice } from './sounds.ts'

/** One conference, from its first member to its last. The room may be changed or deleted meanwhile: what was agreed at the beginning holds. */
export class Conference {
  readonly room: ConferenceRoom
  readonly host: Call
  readonly context: CallContext
  readonly sinceMs: number
  readonly #members: ConferenceMember[] = []
  readonly #mix: MixingRoom
  readonly #seating: Seating
  readonly #capacity: number
  readonly #ended: () => void
  readonly #changed: () => void
  #count = 0
  #opened = false
  #locked = false
  #allMuted = false
  #over = false
  #recording: RoomRecording | undefined

  constructor({ room, host, context, profileMembers, ended, changed = () => undefined }: ConferenceParts) {
    this.room = room
    this.host = host
    this.context = context
    this.sinceMs = host.clock.epochMs()
    this.#capacity = capacityOf(room, profileMembers)
    this.#ended = ended
    this.#changed = changed
    this.#mix = host.media.room({ clockRateHz: 16_000, maxMembers: this.#capacity })
    this.#seating = new Seating(this, this.#mix)
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
    this.#changed()
    this.host.note('conference-joined', `${leg.party.number} as ${role}`)
    void leg.dialog?.ended.then(() => this.remove(member))
    await this.#seating.arrived(member)
    this.#opened = isOpen(this.gathering, this.room)
    await this.#seating.welcome(member)
    if (this.#seating.has(member)) void this.#seating.announce('joined', member)
    return member
  }

  /** `leg`, on its way into the host call, takes the seat of the member: same rights, no word about it. `undefined` when the seat is gone. */
  async replace(before: ConferenceMember, leg: Leg): Promise<ConferenceMember | undefined> {
    const index = this.#members.indexOf(before)
    if (index < 0) return undefined
    const member: ConferenceMember = { ...before, name: nameInPlaceOf(before, leg), leg, hears: 'notice' }
    this.#members[index] = member
    this.#changed()
    if (before.hears === 'others') this.#mix.leave(before.leg.endpoint)
    void leg.dialog?.ended.then(() => this.remove(member))
    await this.#seating.arrived(member)
    await this.#seating.seat(member)
    return member
  }

  /** The member goes: it has hung up, or is sent away. The last one, or the moderator of a room that ends with it, takes the conference along. */
  remove(member: ConferenceMember): void {
    const index = this.#members.indexOf(member)
    if (index < 0) return
    this.#members.splice(index, 1)
    if (!this.running) return
    this.#changed()
    this.host.note('conference-left', member.leg.party.number)
    this.host.parties.release(member.leg)
    if (afterLeaving(member, this.gathering, this.room) === 'ends') this.end()
    void this.#seating.announce('left', member).then(() => member.name?.forget())
    void this.#seating.arrange()
  }

  /** All are sent away. */
  end(): void {
    this.#close()
    this.host.end(ENDED)
  }

  mute(member: ConferenceMember, muted: boolean): void {
    member.muted = muted
    this.#seating.apply(member)
    this.#changed()
  }

  /** The member holds the conference, or is back. Its phone may play music meanwhile, which nobody is to hear. */
  hold(member: ConferenceMember, held: boolean): void {
    if (member.held === held) return
    member.held = held
    this.host.note(held ? 'conference-held' : 'conference-resumed', member.leg.party.number)
    this.#seating.apply(member)
    void this.#seating.arrange()
  }

  muteAll(muted: boolean): void {
    this.#allMuted = muted
    for (const member of this.#members) this.#seating.apply(member)
    this.#changed()
  }

  lock(locked: boolean): void {
    this.#locked = locked
    this.#changed()
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
    await this.#seating.announceRecording(recording)
    const begun = recording.begin()
    this.#changed()
    return begun
  }

  /** False when nothing is recorded. */
  stopRecording(): boolean {
    if (!this.recorded) return false
    this.#recording?.stop('stopped')
    this.tellAll('recording-ended')
    this.#changed()
    return true
  }

  /** All who talk hear it while they do. */
  tellAll(notice: ConferenceNotice): void {
    this.#seating.tellAll(notice)
  }

  /** The member hears how many are there, itself included. */
  tellCount(member: ConferenceMember): Promise<void> {
    return this.#seating.tellCount(member)
  }

  /** The member hears who is there; how many, where nobody has said a name. */
  tellNames(member: ConferenceMember): Promise<void> {
    return this.#seating.tellNames(member)
  }

  /** The member is told something, and neither hears the others nor is heard meanwhile. */
  tell(member: ConferenceMember, notice: ConferenceNotice): Promise<void> {
    return this.#seating.tell(member, notice)
  }

  /** The member talks to somebody who is in the host call and not in the conference, and nobody else hears either; until `comesBack`. */
  async talksAside(member: ConferenceMember, to: Leg): Promise<void> {
    await to.arrival
    await this.#seating.aside(member, to.endpoint)
    this.hold(member, true)
  }

  /** The member has its seat again. */
  async comesBack(member: ConferenceMember): Promise<void> {
    if (!this.#seating.has(member)) return
    this.hold(member, false)
    await this.#seating.seat(member)
  }

  /** A moderator sends the member away, which is told so. */
  async expel(member: ConferenceMember): Promise<void> {
    await this.#seating.tellRemoved(member)
    this.remove(member)
  }

  #close(): void {
    if (this.#over) return
    this.#over = true
    this.#mix.close()
    for (const { name } of this.#members) name?.forget()
    this.#ended()
  }
}

const ENDED: Outcome = talked('hung-up-by-caller')
