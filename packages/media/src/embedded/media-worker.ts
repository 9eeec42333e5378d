import { availableParallelism } from 'node:os'
import { type Clock, unreachable } from '@klinke/foundation'
import type { AddressFamily, EndpointStatistics, NegotiatedStream } from '@klinke/rtp'
import { NoMediaAddress } from '../errors.ts'
import { PortPool } from './ports/port-pool.ts'
import type { PortRange } from './ports/port-range.ts'
import type { Answer, LegEvent, Report, WorkerSettings } from './protocol.ts'
import { MediaServices } from './services.ts'
import { type StartThread, WorkerLink } from './worker-link.ts'

/** Leaves a core to signalling. */
export function defaultWorkerCount(): number {
  return Math.max(1, availableParallelism() - 1)
}

/** A leg as the main thread knows it: its number within the worker and its RTP port. */
export interface WorkerLeg {
  readonly number: number
  readonly family: AddressFamily
  readonly port: number
}

/** Whom a leg belongs to. */
export interface LegOwner {
  event(leg: number, event: LegEvent): void
  /** The worker has died, and all legs of this owner with it. Called for each of them. */
  lost(): void
}

export interface MediaWorkerOptions {
  readonly clock: Clock
  readonly settings: WorkerSettings
  readonly ranges: ReadonlyMap<AddressFamily, PortRange>
  readonly startThread: StartThread
  readonly started: (packetIo: string) => void
  /** A leg failed by a bug and was closed. */
  readonly fault: (error: Error) => void
  readonly died: (worker: MediaWorker, error: Error | undefined) => void
}

/** One media worker seen from the main thread: its ports, its legs and who owns them. */
export class MediaWorker {
  readonly startedAtMs: number
  /** What is done with the sound of legs. */
  readonly services: MediaServices
  readonly #link: WorkerLink
  readonly #pools = new Map<AddressFamily, PortPool>()
  readonly #owners = new Map<number, LegOwner>()
  readonly #options: MediaWorkerOptions
  #lastLeg = 0

  constructor(options: MediaWorkerOptions) {
    this.#options = options
    this.startedAtMs = options.clock.nowMs()
    this.#link = new WorkerLink(options.startThread(options.settings), {
      report: (report) => this.#take(report),
      died: (error) => this.#died(error),
    })
    this.services = new MediaServices(this.#link)
    for (const [family, range] of options.ranges) {
      const bind = (ports: readonly number[]): void => this.#link.send({ kind: 'bind', family, ports })
      this.#pools.set(family, new PortPool(range, options.clock, bind))
    }
  }

  get legs(): number {
    return this.#owners.size
  }

  /** True when a leg of some family can be opened. */
  get hasPorts(): boolean {
    return [...this.#pools.values()].some((pool) => pool.hasPorts)
  }

  /** Takes a pair of ports and opens a leg on it. Rejects with `NoMediaPorts` or `NoMediaAddress`. */
  async open(family: AddressFamily, inactivityMs: number, owner: LegOwner): Promise<WorkerLeg> {
    const pool = this.#pools.get(family)
    if (!pool) throw new NoMediaAddress(family)
    const port = await pool.take()
    const number = ++this.#lastLeg
    this.#owners.set(number, owner)
    this.#link.send({ kind: 'open', leg: number, family, port, inactivityMs })
    return { number, family, port }
  }

  /** Events of the leg go to another owner from now on; it hears nothing and is recorded no more. */
  handOver(leg: WorkerLeg, owner: LegOwner): void {
    if (!this.#owners.has(leg.number)) return
    this.#owners.set(leg.number, owner)
    this.#link.send({ kind: 'release', leg: leg.number })
  }

  configure(leg: WorkerLeg, stream: NegotiatedStream | undefined): void {
    this.#link.send({ kind: 'configure', leg: leg.number, stream })
  }

  connect(a: WorkerLeg, b: WorkerLeg): void {
    this.#link.send({ kind: 'connect', leg: a.number, other: b.number })
  }

  /** Rejects when the worker dies before it answers. */
  async statistics(leg: WorkerLeg): Promise<EndpointStatistics> {
    const asked = this.#link.ask('statistics', (request) => ({ kind: 'statistics', leg: leg.number, request }))
    return (await asked.answer).statistics
  }

  /** Ends the leg and gives its pair back. Rejects when the worker dies before it answers. */
  async remove(leg: WorkerLeg): Promise<EndpointStatistics> {
    this.#owners.delete(leg.number)
    const asked = this.#link.ask('statistics', (request) => ({ kind: 'remove', leg: leg.number, request }))
    this.#pools.get(leg.family)?.giveBack(leg.port)
    return (await asked.answer).statistics
  }

  async close(): Promise<void> {
    for (const pool of this.#pools.values()) pool.close()
    await this.services.recordingsEnded(this.#options.clock)
    await this.#link.close()
  }

  #take(report: Exclude<Report, Answer>): void {
    switch (report.kind) {
      case 'started':
        this.#options.started(report.packetIo)
        break
      case 'bound':
        this.#pools.get(report.family)?.bound(report.port)
        break
      case 'refused':
        this.#pools.get(report.family)?.refused(report.port)
        break
      case 'event':
        this.#owners.get(report.leg)?.event(report.leg, report.event)
        break
      case 'fault':
        this.#options.fault(report.error)
        this.#owners.get(report.leg)?.event(report.leg, { kind: 'lost' })
        break
      default:
        unreachable(report)
    }
  }

  #died(error: Error | undefined): void {
    for (const pool of this.#pools.values()) pool.close()
    this.#options.died(this, error)
    for (const owner of this.#owners.values()) owner.lost()
    this.#owners.clear()
  }
}
