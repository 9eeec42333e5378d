import type { CarrierIdentity, Carriers } from '@klinke/calls'
import type { Flow } from '@klinke/sip'
import type { Carrier } from '../carrier.ts'
import type { CarrierLine, CarrierWay, LineParts } from './carrier-line.ts'
import { type CarrierStatus, isUsable } from './carrier-status.ts'
import { RegisteredLine } from './registered-line.ts'
import { isLoopback, SourceIndex } from './source-index.ts'
import { WatchedLine } from './watched-line.ts'

interface Kept {
  readonly carrier: Carrier
  readonly line: CarrierLine
}

/** Who sends from where: an address that a customer names says nothing of anybody but that customer. */
interface Sources {
  readonly all: SourceIndex
  readonly operators: SourceIndex
  /** By customer. */
  readonly own: ReadonlyMap<string, SourceIndex>
}

/** The lines to all carriers of this node; admission asks it who a request is from. */
export class CarrierLines implements Carriers {
  readonly #parts: LineParts
  /** By carrier, in order of priority. */
  #lines = new Map<string, Kept>()
  readonly #farewells = new Map<string, Promise<void>>()
  #sources: Sources | undefined
  #closed = false

  constructor(parts: LineParts) {
    this.#parts = parts
  }

  /** Follows the configuration, the operator's carriers before customers' own: where two share a place it is the operator's. Opens lines to new carriers, ends those of carriers that are gone, renews those whose place or account is another. */
  update(carriers: readonly Carrier[]): void {
    if (this.#closed) return
    const before = this.#lines
    const stays = (carrier: Carrier): boolean => {
      const kept = before.get(carrier.id)
      return kept !== undefined && sameLine(kept.carrier, carrier)
    }
    const wanted = new Map(carriers.map((carrier) => [carrier.id, carrier]))
    for (const [id, kept] of before) {
      const carrier = wanted.get(id)
      if (carrier === undefined || !stays(carrier)) this.#end(id, kept.line)
    }
    this.#lines = new Map(carriers.map((carrier) => [carrier.id, { carrier, line: this.#lineFor(carrier, before.get(carrier.id), stays) }]))
    this.#sources = undefined
  }

  /** Of each carrier, in order of priority. */
  statuses(): readonly CarrierStatus[] {
    return Array.from(this.#lines.values(), ({ line }) => line.status())
  }

  status(carrierId: string): CarrierStatus | undefined {
    return this.#lines.get(carrierId)?.line.status()
  }

  /** False while a carrier is known to be out of service. */
  isUp(carrierId: string): boolean {
    const status = this.status(carrierId)
    return status === undefined || isUsable(status.state)
  }

  /** How requests reach it now; `undefined` while its name has not been resolved. */
  way(carrierId: string): CarrierWay | undefined {
    return this.#lines.get(carrierId)?.line.way()
  }

  /** A call over this carrier found nobody: its line is looked at now. */
  suspect(carrierId: string): void {
    this.#lines.get(carrierId)?.line.suspect()
  }

  byFlow(flowId: string): CarrierIdentity | undefined {
    return this.#index().operators.byFlow(flowId)
  }

  bySourceAddress(address: string, port: number): CarrierIdentity | undefined {
    return this.#index().operators.bySourceAddress(address, port)
  }

  /** The customer's own carrier that sends from there. `tenantId` tells which customer, and is asked only when some carrier does. */
  ownAt({ id, remote }: Flow, tenantId: () => string | undefined): CarrierIdentity | undefined {
    const { all, own } = this.#index()
    if (all.byFlow(id) === undefined && !all.hasAddress(remote.address)) return undefined
    const sources = own.get(tenantId() ?? '')
    return sources?.byFlow(id) ?? sources?.bySourceAddress(remote.address, remote.port)
  }

  /**
   * The same of the operator’s carriers alone: what customers say of their own ones frees nobody from what strangers are held to. Nor does loopback, where everybody
   * has the same address.
   */
  hasOperatorAddress(address: string): boolean {
    return !isLoopback(address) && this.#index().operators.hasAddress(address)
  }

  /** True when a carrier sends from this address: limits for strangers do not apply to it. */
  hasAddress(address: string): boolean {
    return this.#index().all.hasAddress(address)
  }

  /** Ends all lines, each in `FAREWELL_MS` at most. */
  async close(): Promise<void> {
    this.#closed = true
    for (const [id, { line }] of this.#lines) this.#end(id, line)
    this.#lines = new Map()
    this.#sources = undefined
    await Promise.all(this.#farewells.values())
  }

  #lineFor(carrier: Carrier, kept: Kept | undefined, stays: (carrier: Carrier) => boolean): CarrierLine {
    return kept !== undefined && stays(carrier) ? kept.line : this.#open(carrier)
  }

  #open(carrier: Carrier): CarrierLine {
    const changed = (): void => {
      this.#sources = undefined
    }
    const { authentication, tenantId } = carrier
    const { resolver, guardedResolver = resolver } = this.#parts
    const parts = tenantId === undefined ? this.#parts : { ...this.#parts, resolver: guardedResolver }
    if (authentication.kind === 'fixed-ip') return new WatchedLine(carrier, parts, changed)
    // A goodbye on its way must not take away the binding that comes after it.
    return new RegisteredLine({ ...carrier, authentication }, parts, changed, this.#farewells.get(carrier.id))
  }

  #end(id: string, line: CarrierLine): void {
    const farewell = Promise.all([this.#farewells.get(id), line.close()])
      .then(() => undefined)
      .finally(() => {
        if (this.#farewells.get(id) === farewell) this.#farewells.delete(id)
      })
    this.#farewells.set(id, farewell)
  }

  #index(): Sources {
    this.#sources ??= sourcesOf([...this.#lines.values()])
    return this.#sources
  }
}

function sourcesOf(lines: readonly Kept[]): Sources {
  const own = new Map<string, SourceIndex>()
  for (const [tenantId, theirs] of Map.groupBy(lines, ({ carrier }) => carrier.tenantId)) {
    if (tenantId !== undefined) own.set(tenantId, new SourceIndex(theirs))
  }
  return { all: new SourceIndex(lines), operators: new SourceIndex(lines.filter(({ carrier }) => carrier.tenantId === undefined)), own }
}

/** The line does not depend on the rest of a carrier: name, format, priority, encryption of media. */
function sameLine(a: Carrier, b: Carrier): boolean {
  return lineKey(a) === lineKey(b)
}

function lineKey({ host, port, transport, authentication }: Carrier): string {
  return JSON.stringify([host, port, transport, authentication])
}
