import { unreachable } from '@klinke/foundation'
import type { PlaybackEnd } from '@klinke/rtp'
import type { RoomCommand } from '../../protocol.ts'
import { openSource } from '../sources/open-source.ts'
import type { WorkerContext } from '../worker-context.ts'
import { Room } from './room.ts'

interface OpenRoom {
  readonly room: Room
  readonly endBeat: () => void
  /** Request of what is played. */
  played: number | undefined
  readonly onClose: Set<() => void>
}

/** The conferences of one worker. */
export class Rooms {
  readonly #context: WorkerContext
  readonly #rooms = new Map<number, OpenRoom>()

  constructor(context: WorkerContext) {
    this.#context = context
  }

  /** Undefined when it is closed. `onClose` holds what to do at its end. */
  get(room: number): Pick<OpenRoom, 'room' | 'onClose'> | undefined {
    return this.#rooms.get(room)
  }

  carryOut(command: RoomCommand): void {
    switch (command.kind) {
      case 'open-room':
        this.#open(command.room, command.clockRateHz)
        break
      case 'join':
        this.#join(command)
        break
      case 'change':
        this.#rooms.get(command.room)?.room.change(command.leg, command.terms)
        break
      case 'leave':
        this.#rooms.get(command.room)?.room.leave(command.leg)
        break
      case 'play-room':
        this.#play(command)
        break
      case 'stop-room':
        this.#stop(command)
        break
      case 'close-room':
        this.#close(command.room)
        break
      default:
        unreachable(command)
    }
  }

  #open(number: number, clockRateHz: 8000 | 16_000): void {
    const room = new Room(clockRateHz)
    const endBeat = this.#context.beat.add((nowMs) => {
      try {
        room.tick(nowMs)
      } catch (error) {
        this.#fail(number, error)
      }
    })
    this.#rooms.set(number, { room, endBeat, played: undefined, onClose: new Set() })
  }

  #join({ room: number, leg: legNumber, terms }: RoomCommand & { readonly kind: 'join' }): void {
    const open = this.#rooms.get(number)
    const leg = this.#context.leg(legNumber)
    if (!open || !leg) return
    open.room.join(legNumber, leg, terms, (event) => this.#context.event(legNumber, event))
  }

  #play({ room: number, source, request }: RoomCommand & { readonly kind: 'play-room' }): void {
    const open = this.#rooms.get(number)
    const report = (end: PlaybackEnd): void => this.#context.report({ kind: 'playback-ended', request, end })
    if (!open || source.kind === 'silence' || source.kind === 'echo') {
      open?.room.play(undefined)
      report('stopped')
      return
    }
    const opened = openSource(source, this.#context.renditions, (file, why) => this.#tellOne(open, file, why))
    open.room.play({ source: opened.source, ended: (end) => report(end === 'finished' ? opened.outcome() : end) })
    open.played = request
  }

  /** The failure of a playback belongs to the room; the member that has been in longest stands for it. */
  #tellOne({ room }: OpenRoom, file: string, why: string): void {
    const [first] = room.members
    if (first !== undefined) this.#context.event(first, { kind: 'playback-failed', file, why })
  }

  #stop({ room, request }: RoomCommand & { readonly kind: 'stop-room' }): void {
    const open = this.#rooms.get(room)
    if (open?.played === request) open.room.play(undefined)
  }

  #close(number: number): void {
    const open = this.#rooms.get(number)
    this.#rooms.delete(number)
    if (!open) return
    open.endBeat()
    for (const close of open.onClose) close()
    open.room.close()
  }

  #fail(number: number, error: unknown): void {
    const members = [...(this.#rooms.get(number)?.room.members ?? [])]
    this.#close(number)
    this.#context.fault(members, error)
  }
}
