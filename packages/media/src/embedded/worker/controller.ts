import { randomBytes } from 'node:crypto'
import { unreachable } from '@klinke/foundation'
import { type AddressFamily, NOTHING_COUNTED } from '@klinke/rtp'
import { MAX_PACKET_OCTETS, type PacketBuffer, type PacketIo } from '../../packet-io/packet-io.ts'
import type { Command, Report, WorkerSettings } from '../protocol.ts'
import { Leg, type LegContext, type LegSockets } from './leg.ts'

/** Frames of local sources leave at this beat. */
const TICK_MS = 20
/** Each leg's reports and inactivity are looked after in one tick of so many, so that the work is spread evenly. */
const HOUSEKEEPING_TICKS = 25

/** Ports taken for a leg; the leg itself begins with its first negotiation. */
interface OpenLeg {
  readonly sockets: LegSockets
  readonly context: LegContext
  leg: Leg | undefined
}

/** Carries out the main thread's commands: the pairs of ports and the legs of one worker. */
export class MediaController {
  readonly #settings: WorkerSettings
  readonly #io: PacketIo
  readonly #report: (report: Report) => void
  readonly #pairs = new Map<string, LegSockets>()
  readonly #legs = new Map<number, OpenLeg>()
  readonly #scratch: PacketBuffer
  #ticks = 0

  constructor(settings: WorkerSettings, io: PacketIo, report: (report: Report) => void) {
    this.#settings = settings
    this.#io = io
    this.#report = report
    this.#scratch = io.allocate(MAX_PACKET_OCTETS)
  }

  run(): void {
    this.#io.run(TICK_MS, (nowMs) => this.#tick(nowMs))
  }

  take(commands: readonly Command[]): void {
    for (const command of commands) this.#guard(legOf(command), () => this.#carryOut(command))
  }

  #tick(nowMs: number): void {
    const slice = this.#ticks++ % HOUSEKEEPING_TICKS
    for (const [number, { leg }] of this.#legs) {
      if (leg) this.#tickLeg(number, leg, nowMs, number % HOUSEKEEPING_TICKS === slice)
    }
  }

  #tickLeg(number: number, leg: Leg, nowMs: number, housekeeping: boolean): void {
    try {
      leg.tick(nowMs)
      if (housekeeping) leg.housekeeping(nowMs)
    } catch (error) {
      this.#fault(number, error)
    }
  }

  /** A bug met in one leg ends that leg and no other. */
  #guard(leg: number, work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#fault(leg, error)
    }
  }

  #fault(leg: number, error: unknown): void {
    this.#legs.get(leg)?.leg?.close()
    this.#legs.delete(leg)
    this.#report({ kind: 'fault', leg, error: error instanceof Error ? error : new Error(String(error)) })
  }

  #carryOut(command: Command): void {
    switch (command.kind) {
      case 'bind':
        for (const port of command.ports) void this.#bind(command.family, port)
        break
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
        this.#legs.get(command.leg)?.leg?.play(command.source)
        break
      case 'statistics':
      case 'remove':
        this.#statistics(command)
        break
      default:
        unreachable(command)
    }
  }

  async #bind(family: AddressFamily, port: number): Promise<void> {
    const address = this.#settings.bindAddresses[family] ?? ''
    const rtp = await this.#io.bind(family, address, port)
    const rtcp = rtp && (await this.#io.bind(family, address, port + 1))
    if (!rtp || !rtcp) {
      rtp?.close()
      this.#report({ kind: 'refused', family, port })
      return
    }
    this.#pairs.set(`${family} ${port}`, { rtp, rtcp })
    this.#report({ kind: 'bound', family, port, descriptors: [rtp, rtcp].flatMap(({ descriptor }) => descriptor ?? []) })
  }

  #open({ leg, family, port, inactivityMs }: Command & { readonly kind: 'open' }): void {
    const sockets = this.#pairs.get(`${family} ${port}`)
    if (!sockets) return
    const context: LegContext = {
      io: this.#io,
      scratch: this.#scratch,
      inactivityMs,
      ssrc: randomBytes(4).readUInt32BE(),
      fault: (error) => this.#fault(leg, error),
      event: (event) => this.#report({ kind: 'event', leg, event }),
    }
    this.#legs.set(leg, { sockets, context, leg: undefined })
  }

  #configure({ leg, stream }: Command & { readonly kind: 'configure' }): void {
    const open = this.#legs.get(leg)
    if (!open) return
    if (!open.leg && stream) open.leg = new Leg(open.sockets, open.context, stream)
    open.leg?.configure(stream)
  }

  #connect(command: Command & { readonly kind: 'connect' }): void {
    const [a, b] = [this.#legs.get(command.a)?.leg, this.#legs.get(command.b)?.leg]
    if (a && b) a.connect(b)
  }

  #statistics({ kind, leg, request }: Command & { readonly kind: 'statistics' | 'remove' }): void {
    const known = this.#legs.get(leg)?.leg
    this.#report({ kind: 'statistics', request, statistics: known?.statistics() ?? NOTHING_COUNTED })
    if (kind === 'statistics') return
    known?.close()
    this.#legs.delete(leg)
  }
}

/** The leg a command is about; 0, which no leg has, for none. */
function legOf(command: Command): number {
  if (command.kind === 'bind') return 0
  return command.kind === 'connect' ? command.a : command.leg
}
