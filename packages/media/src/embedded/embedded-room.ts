import type { Endpoint, MediaSource, MemberOptions, MixingRoom, Playback, Recording, RecordingLimits } from '@klinke/rtp'
import { RoomClosed, RoomFull } from '../errors.ts'
import type { SessionEndpoint } from './embedded-endpoint.ts'
import type { MediaWorker, WorkerLeg } from './media-worker.ts'
import type { MemberTerms } from './protocol.ts'
import { recordingTerms } from './recording-terms.ts'
import type { WorkerRoom } from './services.ts'

export interface RoomContext {
  readonly worker: MediaWorker
  readonly maxMembers: number
  /** The session's own endpoint behind the handle, negotiated; throws when it is unusable. */
  readonly negotiated: (endpoint: Endpoint) => SessionEndpoint
  /** The endpoint comes in here, and must be in no other room. */
  readonly entering: (endpoint: SessionEndpoint) => void
  readonly closed: () => void
}

interface Member {
  readonly leg: WorkerLeg
  options: MemberOptions
}

/** A conference of one session: who is in, and on what terms. */
export class EmbeddedRoom implements MixingRoom {
  readonly #context: RoomContext
  readonly #room: WorkerRoom
  /** By endpoint id. */
  readonly #members = new Map<string, Member>()
  #closed = false

  constructor(room: WorkerRoom, context: RoomContext) {
    this.#room = room
    this.#context = context
  }

  async join(endpoint: Endpoint, options: MemberOptions = {}): Promise<void> {
    const joining = this.#context.negotiated(endpoint)
    const leg = joining.audio
    if (this.#closed || !leg) throw new RoomClosed(endpoint.id, leg === undefined)
    const isIn = this.#members.has(joining.id)
    if (!isIn && this.#members.size >= this.#context.maxMembers) throw new RoomFull(this.#context.maxMembers)
    if (!isIn) this.#context.entering(joining)
    this.#members.set(joining.id, { leg, options })
    if (isIn) this.#room.change(leg, this.#terms(options))
    else this.#room.join(leg, this.#terms(options))
    this.#whisperTo(joining.id)
  }

  change(endpoint: Endpoint, options: MemberOptions): void {
    const member = this.#members.get(endpoint.id)
    if (!member) return
    member.options = options
    this.#room.change(member.leg, this.#terms(options))
  }

  leave({ id }: Endpoint): void {
    const member = this.#members.get(id)
    if (member) this.#room.leave(member.leg)
    this.#members.delete(id)
  }

  /** The endpoint hears something else, or is gone: the worker has taken it out already. */
  forget(id: string): void {
    this.#members.delete(id)
  }

  async play(source: MediaSource): Promise<Playback> {
    return this.#room.play(source)
  }

  async record(options: RecordingLimits): Promise<Recording> {
    return this.#context.worker.services.record(this.#room, recordingTerms(options, false))
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#members.clear()
    this.#room.close()
    this.#context.closed()
  }

  /** Who whispers to this member, which has only now come in, is heard by it. */
  #whisperTo(id: string): void {
    for (const { leg, options } of this.#members.values()) {
      if (options.heardBy?.includes(id)) this.#room.change(leg, this.#terms(options))
    }
  }

  #terms({ heardBy, ...options }: MemberOptions): MemberTerms {
    if (!heardBy) return options
    return { ...options, heardBy: heardBy.flatMap((id) => this.#members.get(id)?.leg.number ?? []) }
  }
}
