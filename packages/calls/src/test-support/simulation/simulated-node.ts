import { type Logger, type Random, seededRandom } from '@klinke/foundation'
import { createSipStack, DigestServer, ha1s, type SipStack } from '@klinke/sip'
import {
  type LinkConditions,
  type PhoneScript,
  ScriptedPhone,
  SeededNetwork,
  type SimulatedHost,
  TableResolver,
  VirtualClock,
} from '@klinke/testbed'
import { digestAdmission } from '../../admission/digest-admission.ts'
import type { Subscriber } from '../../admission/subscriber.ts'
import type { Call } from '../../call/call.ts'
import { type CallControl, type CallControlParts, callControl } from '../../control/call-control.ts'
import type { DialPlan } from '../../dial-plan.ts'
import type { DialogChange } from '../../feed/call-feed.ts'
import { createRegistrar } from '../../registrar/memory-registrar.ts'
import type { Registrar } from '../../registrar/registrar.ts'
import { MemoryRecords } from '../memory-records.ts'
import { SimulatedMedia } from './simulated-media.ts'

const ADDRESS = '192.0.2.1'
/** Where the exchange listens. */
export const EXCHANGE = { address: ADDRESS, port: 5060 }
/** Sends by contract from a fixed address. */
export const CARRIER = { address: '203.0.113.1', id: 'carrier' }

export interface SimulatedTenant {
  readonly id: string
  readonly domain: string
}

export interface SimulatedNodeOptions {
  readonly seed: number
  readonly tenants: readonly SimulatedTenant[]
  /** Asked at each call. */
  readonly dialPlan: DialPlan
  readonly conditions?: LinkConditions | undefined
  readonly mayReplace?: CallControlParts['mayReplace']
  readonly talks?: CallControlParts['talks']
}

/** The real SIP stack, registrar, admission and call control on a simulated network, with phones around it and a carrier. */
export class SimulatedNode {
  readonly clock = new VirtualClock()
  readonly network: SeededNetwork
  readonly random: Random
  readonly media = new SimulatedMedia(this.clock)
  readonly records = new MemoryRecords()
  readonly registrar: Registrar
  readonly stack: SipStack
  readonly control: CallControl
  readonly tenants: readonly SimulatedTenant[]
  /** All calls there were, for the invariants. */
  readonly calls: Call[] = []
  readonly phones: ScriptedPhone[] = []
  /** How each dialog of an extension stood last. */
  readonly dialogs = new Map<string, DialogChange>()
  /** What call control logged as an error: nothing, in a healthy run. */
  readonly errors: string[] = []
  readonly #host: SimulatedHost
  readonly #hosts = new Map<ScriptedPhone, SimulatedHost>()
  readonly #subscribers = new Map<string, Subscriber>()

  constructor({ seed, tenants, dialPlan, conditions, mayReplace, talks }: SimulatedNodeOptions) {
    this.tenants = tenants
    this.random = seededRandom(seed)
    const { clock, random } = this
    this.network = new SeededNetwork(clock, seededRandom(seed + 1_000_003), conditions)
    const host = this.network.host(ADDRESS)
    this.#host = host
    const logger = this.#logger()
    this.stack = createSipStack({ transport: host, resolver: new TableResolver(), clock, random, logger })
    host.attach(this.stack.receiver)
    this.registrar = createRegistrar(clock)
    const admission = digestAdmission({
      subscribers: { find: (username) => this.#subscribers.get(username) },
      carriers: { byFlow: () => undefined, bySourceAddress: (address) => (address === CARRIER.address ? CARRIER : undefined) },
      digest: new DigestServer({ secret: new Uint8Array(32).fill(7), random }),
      clock,
      logger,
      isEmergency: () => false,
      holdsRegistration: (address) => this.registrar.holdsFrom(address),
      holdsPhoneAt: (address, port) => this.registrar.holdsFrom(address, port),
    })
    this.control = callControl({
      ...{ userAgent: this.stack.userAgent, media: this.media, records: this.records, registrar: this.registrar },
      ...{ admission, clock, random, logger, dialPlan },
      flow: (flowId) => host.flow(flowId),
      ...(mayReplace !== undefined && { mayReplace }),
      ...(talks !== undefined && { talks }),
    })
    this.stack.serve(this.control)
    void this.#followDialogs()
  }

  /** A phone of extension `number`, not registered yet. Numbers are unique over all tenants. */
  phone(number: string, script: PhoneScript, tenant = this.tenants[0]): ScriptedPhone {
    if (tenant === undefined) throw new Error('A phone needs a tenant.')
    const password = `secret of ${number}`
    this.#subscribers.set(number, {
      tenantId: tenant.id,
      extensionId: `${tenant.id}-${number}`,
      extensionNumber: number,
      username: number,
      domain: tenant.domain,
      ha1: ha1s(number, tenant.domain, password),
      registration: { maxContacts: 4, whenFull: 'replace-oldest', minExpiresSeconds: 60, maxExpiresSeconds: 7200 },
    })
    const address = `198.51.100.${this.phones.length + 1}`
    return this.#plugIn(address, { username: number, password, domain: tenant.domain }, script)
  }

  /** Somebody in the public network, as the carrier brings us together. */
  outside(number: string, script: PhoneScript): ScriptedPhone {
    return this.#plugIn(CARRIER.address, { username: number, password: '', domain: 'carrier.example' }, script)
  }

  /** The extensions there are phones of. */
  get extensions(): readonly string[] {
    return [...this.#subscribers.keys()]
  }

  /** Pulls the phone's network cable. */
  unplug(phone: ScriptedPhone): void {
    const host = this.#hosts.get(phone)
    if (host) this.network.partition(this.#host, host)
  }

  /** Calls that nobody has seen yet are remembered. */
  watchCalls(): void {
    for (const { id } of this.tenants)
      for (const call of this.control.calls.ofTenant(id)) if (!this.calls.includes(call)) this.calls.push(call)
  }

  #plugIn(address: string, who: { username: string; password: string; domain: string }, script: PhoneScript): ScriptedPhone {
    const host = this.network.host(address)
    const account = { ...who, server: { protocol: 'UDP', remote: EXCHANGE } } as const
    const phone = new ScriptedPhone(host, this.clock, seededRandom(this.random.uint32()), account, script)
    this.phones.push(phone)
    this.#hosts.set(phone, host)
    return phone
  }

  /** As busy lamps do. */
  async #followDialogs(): Promise<void> {
    for await (const change of this.control.calls.changes()) if (change.kind === 'dialog') this.dialogs.set(change.dialogId, change)
  }

  #logger(): Logger {
    const nothing = (): void => undefined
    const error: Logger['error'] = (message, fields) => void this.errors.push(`${message}: ${String(fields?.error)}`)
    const logger: Logger = { debug: nothing, info: nothing, warn: nothing, error, child: () => logger }
    return logger
  }
}
