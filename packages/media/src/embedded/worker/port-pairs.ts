import type { AddressFamily } from '@klinke/rtp'
import type { PacketIo } from '../../packet-io/packet-io.ts'
import type { PortCommand, Report, WorkerSettings } from '../protocol.ts'
import type { LegSockets } from './leg-context.ts'

/** The pairs of ports that one worker has bound. */
export class PortPairs {
  readonly #settings: WorkerSettings
  readonly #io: PacketIo
  readonly #report: (report: Report) => void
  readonly #pairs = new Map<string, LegSockets>()

  constructor(settings: WorkerSettings, io: PacketIo, report: (report: Report) => void) {
    this.#settings = settings
    this.#io = io
    this.#report = report
  }

  bind({ family, ports }: PortCommand): void {
    for (const port of ports) void this.#bind(family, port)
  }

  get(family: AddressFamily, port: number): LegSockets | undefined {
    return this.#pairs.get(`${family} ${port}`)
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
}
