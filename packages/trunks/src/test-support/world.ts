import { type Random, seededRandom, silentLogger } from '@klinke/foundation'
import { createSipStack, type Resolver, type SipStack } from '@klinke/sip'
import {
  assertNothingLeft,
  type LinkConditions,
  PERFECT_LINK,
  SeededNetwork,
  type SimulatedHost,
  TableResolver,
  VirtualClock,
} from '@klinke/testbed'
import type { Carrier } from '../carrier.ts'
import { CarrierLines } from '../lines/carrier-lines.ts'
import { PASSWORD, ScriptedCarrier, USERNAME } from './scripted-carrier.ts'

/** Klinke at 192.0.2.1 and carriers at 198.51.100.x, on a simulated network. */
export class World {
  readonly clock = new VirtualClock()
  readonly random: Random
  readonly network: SeededNetwork
  readonly host: SimulatedHost
  readonly stack: SipStack
  readonly lines: CarrierLines

  constructor(
    names: Readonly<Record<string, readonly string[]>> = {},
    seed = 1,
    conditions: LinkConditions = PERFECT_LINK,
    resolver: Resolver = new TableResolver(names),
  ) {
    this.random = seededRandom(seed)
    const { clock, random } = this
    this.network = new SeededNetwork(clock, random, conditions)
    this.host = this.network.host('192.0.2.1')
    const logger = silentLogger
    this.stack = createSipStack({ transport: this.host, resolver, clock, random, logger })
    this.host.attach(this.stack.receiver)
    this.lines = new CarrierLines({ userAgent: this.stack.userAgent, transport: this.host, resolver, clock, random, logger })
  }

  carrierAt(address: string): ScriptedCarrier {
    return new ScriptedCarrier(this.network, this.clock, this.random, address)
  }

  /** Lets time pass until the carrier's line is in `state`. */
  until(state: string, carrierId = 'c1', limitMs?: number): Promise<void> {
    return this.clock.until(() => this.lines.status(carrierId)?.state === state, limitMs)
  }

  /** Closes everything; no timer and no transaction may be left. */
  async close(): Promise<void> {
    await this.clock.settled(this.lines.close())
    await assertNothingLeft(this.clock, {
      transactions: () => this.stack.statistics().clientTransactions + this.stack.statistics().serverTransactions,
    })
  }
}

export function registeredCarrier(host: string, changes: Partial<Carrier> = {}): Carrier {
  return {
    id: 'c1',
    name: 'Carrier One',
    host,
    port: undefined,
    transport: 'UDP',
    authentication: { kind: 'registration', username: USERNAME, password: PASSWORD, expiresSeconds: 300 },
    outboundFormat: 'e164',
    priority: 100,
    srtp: 'none',
    ...changes,
  }
}

export function fixedCarrier(host: string, addresses: readonly string[], changes: Partial<Carrier> = {}): Carrier {
  return { ...registeredCarrier(host), authentication: { kind: 'fixed-ip', addresses }, ...changes }
}
