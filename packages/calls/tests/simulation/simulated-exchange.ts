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
import { digestAdmission } from '../../src/admission/digest-admission.ts'
import { addressOfRecord, type Subscriber } from '../../src/admission/subscriber.ts'
import type { Call } from '../../src/call/call.ts'
import { type CallControl, callControl } from '../../src/control/call-control.ts'
import type { Arrival, CallFlow, CallPlan, CallProfile } from '../../src/dial-plan.ts'
import type { DialTarget } from '../../src/exchange/exchange.ts'
import type { DialogChange } from '../../src/feed/call-feed.ts'
import { type Refusal, refused } from '../../src/outcome.ts'
import { createRegistrar } from '../../src/registrar/memory-registrar.ts'
import type { Registrar } from '../../src/registrar/registrar.ts'
import { MemoryRecords } from '../../src/test-support/memory-records.ts'
import { SimulatedMedia } from './simulated-media.ts'

const ADDRESS = '192.0.2.1'
/** Where the exchange listens. */
export const EXCHANGE = { address: ADDRESS, port: 5060 }
export const DOMAIN = 'customer.example'
const PROFILE: CallProfile = {
  ...{ ringTimeoutSeconds: 20, mediaInactivitySeconds: 60, sessionExpiresSeconds: 1800, mediaPath: 'relay' },
  inCallCodes: { transfer: '*2', back: '*3', toggle: '*4', conference: '*5' },
}
/** Rings everybody but the caller. */
export const GROUP = '50'

export interface SimulatedExchangeOptions {
  readonly seed: number
  readonly conditions?: LinkConditions
  readonly profile?: Partial<CallProfile>
}

/** The real SIP stack, registrar, admission and call control on a simulated network, with phones around it. */
export class SimulatedExchange {
  readonly clock = new VirtualClock()
  readonly network: SeededNetwork
  readonly random: Random
  readonly media = new SimulatedMedia()
  readonly records = new MemoryRecords()
  readonly registrar: Registrar
  readonly stack: SipStack
  readonly control: CallControl
  /** All calls there were, for the invariants. */
  readonly calls: Call[] = []
  readonly phones: ScriptedPhone[] = []
  /** How each dialog of an extension stood last. */
  readonly dialogs = new Map<string, DialogChange>()
  /** What call control logged as an error: nothing, in a healthy run. */
  readonly errors: string[] = []
  readonly #profile: CallProfile
  readonly #host: SimulatedHost
  readonly #hosts = new Map<ScriptedPhone, SimulatedHost>()
  readonly #subscribers = new Map<string, Subscriber>()

  constructor({ seed, conditions, profile }: SimulatedExchangeOptions) {
    this.#profile = { ...PROFILE, ...profile }
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
      carriers: { byFlow: () => undefined, bySourceAddress: () => undefined },
      digest: new DigestServer({ secret: new Uint8Array(32).fill(7), random }),
      clock,
      logger,
      isEmergency: () => false,
      holdsRegistration: (address) => this.registrar.holdsFrom(address),
    })
    this.control = callControl({
      userAgent: this.stack.userAgent,
      media: this.media,
      records: this.records,
      admission,
      registrar: this.registrar,
      flow: (flowId) => host.flow(flowId),
      dialPlan: (arrival) => this.#plan(arrival),
      clock,
      random,
      logger,
    })
    this.stack.serve(this.control)
    void this.#followDialogs()
  }

  /** As busy lamps do. */
  async #followDialogs(): Promise<void> {
    for await (const change of this.control.calls.changes()) if (change.kind === 'dialog') this.dialogs.set(change.dialogId, change)
  }

  /** A phone of extension `number`, not registered yet. */
  phone(number: string, script: PhoneScript): ScriptedPhone {
    const password = `secret of ${number}`
    this.#subscribers.set(number, {
      tenantId: 'customer',
      extensionId: `ext-${number}`,
      extensionNumber: number,
      username: number,
      domain: DOMAIN,
      ha1: ha1s(number, DOMAIN, password),
      registration: { maxContacts: 4, whenFull: 'replace-oldest', minExpiresSeconds: 60, maxExpiresSeconds: 7200 },
    })
    const host = this.network.host(`198.51.100.${this.phones.length + 1}`)
    const server = { protocol: 'UDP', remote: { address: ADDRESS, port: 5060 } } as const
    const account = { username: number, password, domain: DOMAIN, server }
    const phone = new ScriptedPhone(host, this.clock, seededRandom(this.random.uint32()), account, script)
    this.phones.push(phone)
    this.#hosts.set(phone, host)
    return phone
  }

  /** Pulls the phone's network cable. */
  unplug(phone: ScriptedPhone): void {
    const host = this.#hosts.get(phone)
    if (host) this.network.partition(this.#host, host)
  }

  #plan({ origin, dialled }: Arrival): CallPlan | Refusal {
    if (origin.kind !== 'extension') return refused('forbidden', 403)
    const { extensionNumber: from, extensionId } = origin.subscriber
    const numbers = dialled === GROUP ? [...this.#subscribers.keys()].filter((number) => number !== from) : [dialled]
    return {
      kind: 'call',
      tenantId: 'customer',
      direction: 'internal',
      caller: { tenantId: 'customer', extensionId, number: from, displayName: undefined },
      called: { tenantId: 'customer', extensionId: undefined, number: dialled, displayName: undefined },
      emergency: false,
      profile: this.#profile,
      flow: this.#ring(from, numbers),
    }
  }

  #ring(from: string, numbers: readonly string[]): CallFlow {
    return async (call, exchange) => {
      if (!this.calls.includes(call)) this.calls.push(call)
      const targets = numbers.flatMap((number) =>
        exchange.devicesOf(addressOfRecord({ extensionNumber: number, domain: DOMAIN })).map((device): DialTarget => {
          const party = { tenantId: 'customer', extensionId: `ext-${number}`, number, displayName: undefined }
          return { ...device, party, from: `<sip:${from}@${DOMAIN}>`, to: `<sip:${number}@${DOMAIN}>` }
        }),
      )
      const answered = await exchange.ring(call, targets)
      return answered.kind === 'answered' ? exchange.converse(call, answered.leg) : answered
    }
  }

  #logger(): Logger {
    const nothing = (): void => undefined
    const error: Logger['error'] = (message, fields) => void this.errors.push(`${message}: ${String(fields?.error)}`)
    const logger: Logger = { debug: nothing, info: nothing, warn: nothing, error, child: () => logger }
    return logger
  }
}
