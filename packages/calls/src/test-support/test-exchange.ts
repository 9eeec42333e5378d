import { type Logger, seededRandom, silentLogger } from '@klinke/foundation'
import { type PaperCall, type PaperCaller, PaperMedia, type PaperPhone, PaperUserAgent, VirtualClock } from '@klinke/testbed'
import type { Verdict } from '../admission/admission.ts'
import type { Subscriber } from '../admission/subscriber.ts'
import { type CallControl, type CallControlParts, callControl } from '../control/call-control.ts'
import type { CallFlow, CallPlan, CallProfile, DialPlan } from '../dial-plan.ts'
import type { DialTarget, RingOptions } from '../exchange/exchange.ts'
import type { Binding } from '../registrar/registrar.ts'
import { admits } from './admits.ts'
import { MemoryRecords } from './memory-records.ts'

export const SUBSCRIBER: Subscriber = {
  tenantId: 'customer',
  extensionId: 'ext-10',
  extensionNumber: '10',
  username: '10',
  domain: 'customer.example',
  ha1: { md5: '', sha256: '' },
  registration: { maxContacts: 4, whenFull: 'refuse', minExpiresSeconds: 60, maxExpiresSeconds: 3600 },
}

export const PROFILE: CallProfile = { ringTimeoutSeconds: 20, mediaInactivitySeconds: 60, sessionExpiresSeconds: 1800, mediaPath: 'relay' }

export interface TestExchangeOptions {
  readonly flow?: CallFlow
  readonly profile?: Partial<CallProfile>
  readonly dialPlan?: DialPlan
  readonly verdict?: Verdict
  readonly bindings?: readonly Binding[]
  readonly logger?: Logger
  readonly parts?: Partial<CallControlParts>
}

/** Call control over a user agent and media on paper, records in memory and a virtual clock. */
export class TestExchange {
  readonly clock = new VirtualClock()
  readonly userAgent = new PaperUserAgent()
  readonly media = new PaperMedia()
  readonly records = new MemoryRecords()
  readonly control: CallControl
  #verdict: Verdict

  constructor(options: TestExchangeOptions = {}) {
    this.#verdict = options.verdict ?? { kind: 'extension', subscriber: SUBSCRIBER, headers: [] }
    this.control = callControl({
      userAgent: this.userAgent,
      media: this.media,
      records: this.records,
      admission: admits(() => this.#verdict),
      registrar: registrarOf(options.bindings ?? []),
      flow: () => undefined,
      dialPlan: options.dialPlan ?? (() => plan(options.flow ?? ringAndTalk(target('11')), options.profile)),
      clock: this.clock,
      random: seededRandom(1),
      logger: options.logger ?? silentLogger,
      ...options.parts,
    })
  }

  /** Someone calls; without more, extension 10 with an offer. `verdict`: who it is, from now on. */
  async call(call: PaperCall = { offer: 'offer' }, verdict: Verdict = this.#verdict): Promise<PaperCaller> {
    this.#verdict = verdict
    const caller = this.userAgent.call(this.control, call)
    await this.settle()
    return caller
  }

  /** The nth phone that was called. */
  phone(index = 0): PaperPhone {
    const phone = this.userAgent.called[index]
    if (!phone) throw new Error(`Only ${this.userAgent.called.length} phones were called.`)
    return phone
  }

  /** Lets everything happen that needs no time. */
  settle(): Promise<void> {
    return this.clock.advance(0)
  }
}

export function target(number: string, more: Partial<DialTarget> = {}): DialTarget {
  return {
    party: { tenantId: 'customer', extensionId: `ext-${number}`, number, displayName: undefined },
    uri: `sip:${number}@192.0.2.${number}`,
    to: `<sip:${number}@customer.example>`,
    from: '<sip:10@customer.example>',
    destination: 'resolve',
    route: [],
    media: { srtp: 'none', addressFamily: 'IPv4' },
    ...more,
  }
}

/** The plainest flow: rings the targets and talks to who answers. */
export function ringAndTalk(...targets: readonly DialTarget[]): CallFlow {
  return ringAndTalkWith({}, ...targets)
}

export function ringAndTalkWith(options: RingOptions, ...targets: readonly DialTarget[]): CallFlow {
  return async (call, exchange) => {
    const answered = await exchange.ring(call, targets, options)
    return answered.kind === 'answered' ? exchange.converse(call, answered.leg) : answered
  }
}

export function plan(flow: CallFlow, profile: Partial<CallProfile> = {}): CallPlan {
  return {
    kind: 'call',
    tenantId: 'customer',
    direction: 'internal',
    caller: { tenantId: 'customer', extensionId: 'ext-10', number: '10', displayName: 'Ten' },
    called: { tenantId: 'customer', extensionId: 'ext-11', number: '11', displayName: 'Eleven' },
    emergency: false,
    profile: { ...PROFILE, ...profile },
    flow,
  }
}

function registrarOf(bindings: readonly Binding[]): CallControlParts['registrar'] {
  return {
    register: () => ({ status: 200, headers: [['Contact', '<sip:10@192.0.2.10>;expires=60']] }),
    lookup: (addressOfRecord) => bindings.filter((binding) => binding.addressOfRecord === addressOfRecord),
  }
}
