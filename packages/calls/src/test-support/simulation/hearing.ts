import type { Clock } from '@klinke/foundation'
import type { Endpoint, MediaSource, MixingRoom } from '@klinke/rtp'

type Heard =
  | { readonly kind: 'party'; readonly id: string }
  | { readonly kind: 'sound' }
  | { readonly kind: 'room'; readonly members: Set<string> }
  /** Asked to be silent, so that the phone can play what it likes. */
  | { readonly kind: 'silence' }

/** What each endpoint of a session hears, and since when it hears nothing. */
export class Hearing {
  readonly #clock: Clock
  readonly #heard = new Map<string, Heard>()
  readonly #silentSinceMs = new Map<string, number>()
  readonly #recorded = new Set<string>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** How long the endpoint has been hearing nothing; 0 when it hears something, or speaks into a recording. */
  silentForMs(id: string): number {
    const heard = this.#heard.get(id)
    const alone = heard?.kind === 'room' && heard.members.size < 2
    if ((heard !== undefined && !alone) || this.#recorded.has(id)) {
      this.#silentSinceMs.delete(id)
      return 0
    }
    const sinceMs = this.#silentSinceMs.get(id) ?? this.#clock.nowMs()
    this.#silentSinceMs.set(id, sinceMs)
    return this.#clock.nowMs() - sinceMs
  }

  /** The party that the endpoint hears. */
  partyOf(id: string): string | undefined {
    const heard = this.#heard.get(id)
    return heard?.kind === 'party' ? heard.id : undefined
  }

  connect(a: string, b: string): void {
    this.#apart(a)
    this.#apart(b)
    this.#heard.set(a, { kind: 'party', id: b }).set(b, { kind: 'party', id: a })
  }

  play(id: string, { source, ended }: { readonly source: MediaSource; readonly ended: Promise<unknown> }): void {
    this.#apart(id)
    const heard: Heard = { kind: source.kind === 'silence' ? 'silence' : 'sound' }
    this.#heard.set(id, heard)
    void ended.then(() => this.#heard.get(id) === heard && this.#heard.delete(id))
  }

  record(ids: readonly string[], ended: Promise<unknown>): void {
    for (const id of ids) {
      this.#recorded.add(id)
      void ended.then(() => this.#recorded.delete(id))
    }
  }

  /** From now on whoever joins the room hears it. */
  enters(room: MixingRoom): void {
    const members = new Set<string>()
    const { join, leave, close } = room
    room.join = async (endpoint: Endpoint, options) => {
      this.#apart(endpoint.id)
      members.add(endpoint.id)
      this.#heard.set(endpoint.id, { kind: 'room', members })
      await join.call(room, endpoint, options)
    }
    room.leave = (endpoint) => {
      this.leave(endpoint.id)
      leave.call(room, endpoint)
    }
    room.close = () => {
      for (const id of [...members]) this.leave(id)
      close.call(room)
    }
  }

  /** It hears nothing more here, and nobody hears it. */
  leave(id: string): void {
    this.#apart(id)
    this.#silentSinceMs.delete(id)
  }

  #apart(id: string): void {
    const heard = this.#heard.get(id)
    this.#heard.delete(id)
    if (heard?.kind === 'party' && this.#hears(heard.id, id)) this.#heard.delete(heard.id)
    for (const other of this.#heard.values()) if (other.kind === 'room') other.members.delete(id)
  }

  #hears(id: string, party: string): boolean {
    const heard = this.#heard.get(id)
    return heard?.kind === 'party' && heard.id === party
  }
}
