import { randomBytes } from 'node:crypto'
import { unreachable } from '@klinke/foundation'
import { type AudioCodec, NOTHING_COUNTED } from '@klinke/rtp'
import type { DtlsContext } from '../../dtls/dtls-context.ts'
import { MAX_PACKET_OCTETS, type PacketBuffer, type PacketIo } from '../../packet-io/packet-io.ts'
import type { Command, LegCommand, Report, RoomCommand, WorkerSettings } from '../protocol.ts'
import { Beat, PHASE_MS } from './beat.ts'
import { Presses } from './digits/presses.ts'
import { bridge } from './forwarding.ts'
import { Leg } from './leg.ts'
import type { LegContext, LegSockets } from './leg-context.ts'
import { PortPairs } from './port-pairs.ts'
import { Recordings } from './recording/recordings.ts'
import { Rooms } from './room/rooms.ts'
import { Playbacks } from './sources/playbacks.ts'
import { RenditionCache } from './sources/rendition-cache.ts'
import type { WorkerContext } from './worker-context.ts'

/** Each leg's reports and inactivity are looked after in one beat of so many. */
const HOUSEKEEPING_BEATS = 25

/** Ports taken for a leg; the leg itself begins with its first negotiation. */
interface OpenLeg {
  readonly sockets: LegSockets
  readonly context: LegContext
  leg: Leg | undefined
  endBeat: () => void
}

/** Carries out the main thread's commands: the legs of one worker, and what is done with their sound. */
export class MediaController {
  readonly #io: PacketIo
  readonly #codecs: readonly AudioCodec[]
  readonly #dtls: DtlsContext | undefined
  readonly #report: (report: Report) => void
  readonly #pairs: PortPairs
  readonly #legs = new Map<number, OpenLeg>()
  readonly #scratch: PacketBuffer
  readonly #beat = new Beat()
  readonly #playbacks: Playbacks
  readonly #presses: Presses
  readonly #rooms: Rooms
  readonly #recordings: Recordings

  constructor(
    settings: WorkerSettings,
    io: PacketIo,
    codecs: readonly AudioCodec[],
    dtls: DtlsContext | undefined,
    report: (report: Report) => void,
  ) {
    this.#codecs = codecs
    this.#dtls = dtls
    this.#io = io
    this.#report = report
    this.#pairs = new PortPairs(settings, io, report)
    this.#scratch = io.allocate(MAX_PACKET_OCTETS)
    const context: WorkerContext = {
      beat: this.#beat,
      renditions: new RenditionCache(),
      report,
      leg: (number) => this.#leg(number),
      event: (leg, event) => report({ kind: 'event', leg, event }),
      fault: (legs, error) => this.#fault(legs, error),
    }
    this.#playbacks = new Playbacks(context)
    this.#presses = new Presses(context)
    this.#rooms = new Rooms(context)
    this.#recordings = new Recordings(context, this.#rooms)
  }

  run(): void {
    this.#io.run(PHASE_MS, (nowMs) => this.#beat.tick(nowMs))
  }

  take(commands: readonly Command[]): void {
    for (const command of commands) this.#guard(legsOf(command), () => this.#carryOut(command))
  }

  #leg(number: number): Leg | undefined {
    return this.#legs.get(number)?.leg
  }

  /** A bug met in one leg ends that leg and no other. */
  #guard(legs: readonly number[], work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#fault(legs, error)
    }
  }

  #fault(legs: readonly number[], error: unknown): void {
    const cause = error instanceof Error ? error : new Error(String(error))
    for (const number of legs) this.#forget(number)
    for (const leg of legs.length > 0 ? legs : [0]) this.#report({ kind: 'fault', leg, error: cause })
  }

  #forget(number: number): void {
    const open = this.#legs.get(number)
    this.#legs.delete(number)
    this.#recordings.legGone(number)
    open?.endBeat()
    open?.leg?.close()
  }

  #carryOut(command: Command): void {
    switch (command.kind) {
      case 'bind':
        this.#pairs.bind(command)
        break
      case 'record':
      case 'recording':
        this.#recordings.carryOut(command)
        break
      default:
        if (isForRoom(command)) this.#rooms.carryOut(command)
        else this.#carryOutForLeg(command)
    }
  }

  #carryOutForLeg(command: LegCommand): void {
    switch (command.kind) {
      case 'open':
        this.#open(command)
        break
      case 'configure':
        this.#configure(command)
        break
      case 'connect':
        this.#connect(command)
        break
      case 'play':
        this.#playbacks.play(command)
        break
      case 'stop':
        this.#playbacks.stop(command)
        break
      case 'listen':
        this.#leg(command.leg)?.listen(command.options)
        break
      case 'watch-for-stops':
        this.#leg(command.leg)?.watchForStops(command.watched)
        break
      case 'press':
        this.#presses.press(command)
        break
      case 'release':
        this.#recordings.legGone(command.leg)
        this.#leg(command.leg)?.tune(undefined)
        break
      case 'statistics':
      case 'remove':
        this.#statistics(command)
        break
      default:
        unreachable(command)
    }
  }

  #open({ leg, family, port, inactivityMs }: LegCommand & { readonly kind: 'open' }): void {
    const sockets = this.#pairs.get(family, port)
    if (!sockets) return
    const context: LegContext = {
      io: this.#io,
      scratch: this.#scratch,
      inactivityMs,
      codecs: this.#codecs,
      dtls: this.#dtls,
      ssrc: randomBytes(4).readUInt32BE(),
      fault: (error) => this.#fault([leg], error),
      event: (event) => this.#report({ kind: 'event', leg, event }),
    }
    this.#legs.set(leg, { sockets, context, leg: undefined, endBeat: () => undefined })
  }

  #configure({ leg: number, stream }: LegCommand & { readonly kind: 'configure' }): void {
    const open = this.#legs.get(number)
    if (!open) return
    if (!open.leg && stream) {
      open.leg = new Leg(open.sockets, open.context, stream)
      open.endBeat = this.#beatFor(number, open.leg)
    }
    open.leg?.configure(stream)
  }

  #beatFor(number: number, leg: Leg): () => void {
    let beats = number
    return this.#beat.add((nowMs) => {
      try {
        leg.tick(nowMs)
        if (++beats % HOUSEKEEPING_BEATS === 0) leg.housekeeping(nowMs)
      } catch (error) {
        this.#fault([number], error)
      }
    })
  }

  #connect({ leg, other }: LegCommand & { readonly kind: 'connect' }): void {
    const [a, b] = [this.#leg(leg), this.#leg(other)]
    if (a && b) bridge(a, b)
  }

  #statistics({ kind, leg, request }: LegCommand & { readonly kind: 'statistics' | 'remove' }): void {
    this.#report({ kind: 'statistics', request, statistics: this.#leg(leg)?.statistics() ?? NOTHING_COUNTED })
    if (kind === 'remove') this.#forget(leg)
  }
}

const ROOM_COMMANDS: ReadonlySet<string> = new Set<RoomCommand['kind']>([
  'open-room',
  'join',
  'change',
  'leave',
  'play-room',
  'stop-room',
  'close-room',
])

function isForRoom(command: LegCommand | RoomCommand): command is RoomCommand {
  return ROOM_COMMANDS.has(command.kind)
}

/** The legs that end when a bug is met in this command. */
function legsOf(command: Command): number[] {
  return 'leg' in command ? [command.leg] : []
}
