import { DEFAULT_PROFILE, type Directory, type TenantSnapshot } from '@klinke/accounts'
import { type CallEnded, type CallFlow, type CallStarted, refused } from '@klinke/calls'
import { TestExchange } from '@klinke/calls/test-support'
import type { PaperCall, PaperCaller, PaperMedia, PaperUserAgent, VirtualClock } from '@klinke/testbed'
import { CallAdmission, type CallAdmissionParts } from '../admission/call-admission.ts'
import { Barring } from '../barring/barring.ts'
import type { TenantRules } from '../barring/level-rules.ts'
import type { OutboundParts } from '../calls/carrier-places.ts'
import { dialPlan, outsideLines } from '../calls/dial-plan.ts'
import type { OutboundCall } from '../calls/outbound-call.ts'
import type { Carrier } from '../carrier.ts'
import type { TrunksAtWork } from '../customer-trunks/calls/pbx-places.ts'
import { ConnectedNumbers } from '../identity/connected-numbers.ts'
import { Identities } from '../identity/identity.ts'
import type { TenantIdentity } from '../identity/identity-rules.ts'
import type { CarrierWay } from '../lines/carrier-line.ts'
import type { TracedArrival } from '../malicious-calls/malicious-calls.ts'
import type { SpamFilter } from '../spam/spam-filter.ts'

export const TENANT: TenantSnapshot = {
  id: 'acme',
  name: 'Acme',
  sipDomain: 'acme.example',
  areaCode: '221',
  profile: { ...DEFAULT_PROFILE, ringTimeoutSeconds: 20 },
  extensions: new Map([
    ['10', { id: 'acme-10', number: '10', name: 'Ten', sipUsername: '10', ha1: { md5: '', sha256: '' }, outgoingNumber: '+4922155501' }],
    ['11', { id: 'acme-11', number: '11', name: 'Eleven', sipUsername: '11', ha1: { md5: '', sha256: '' }, outgoingNumber: undefined }],
  ]),
  numbers: new Map(['+4922155500', '+4922155501'].map((e164) => [e164, { e164 }])),
  sites: new Map(),
}

export function carrier(name: string, more: Partial<Carrier> = {}): Carrier {
  return {
    id: name,
    name,
    host: `${name}.example`,
    port: undefined,
    transport: 'UDP',
    authentication: { kind: 'fixed-ip', addresses: ['198.51.100.1'] },
    outboundFormat: 'e164',
    priority: 1,
    srtp: 'none',
    ...more,
  }
}

/** Nothing is barred. */
export const NO_BARS = { refusal: () => undefined }
/** Nothing is set: own numbers are shown. */
export const OWN_NUMBERS = new Identities({ identityOf: () => undefined, clock: { epochMs: () => 0 } })
export const NO_LOCK = { isLocked: () => false, set: () => Promise.resolve() }

export interface InsideCall {
  readonly e164: string
  readonly from: string
  readonly displayName: string | undefined
  readonly isAsserted?: boolean
}

/** The dial plan over carriers as given and a user agent on paper; inside, the PBX only notes what it is asked. */
export class TestTrunks {
  /** Calls that reached the PBX from a carrier. */
  readonly inside: InsideCall[] = []
  readonly down = new Set<string>()
  /** Where carriers are reached, as their lines know. */
  readonly ways = new Map<string, CarrierWay>()
  /** Carriers that did not answer a call. */
  readonly suspects: string[] = []
  /** What is set for the tenant to dial. */
  rules: TenantRules | undefined
  readonly admission: CallAdmission
  /** Control centres are expected to call these numbers back. */
  readonly callBacks = new Set<string>()
  /** Other customers of this exchange, by number. */
  readonly others = new Map<string, TenantSnapshot>()
  /** Calls that were refused before anybody was rung. */
  readonly refused: (string | undefined)[] = []
  /** What becomes of calls that come in; absent: nobody answers. */
  answers: CallFlow | undefined
  /** Told of each call from outside. */
  malicious: { arrived(call: TracedArrival): void } | undefined
  /** Judges callers from outside; undefined: nobody does. */
  spam: SpamFilter | undefined
  /** Mailboxes that calls were led to, by the number. */
  readonly mailboxes = new Map<string, string[]>()
  /** Who is shown of the tenant. */
  /** Extensions hide their numbers in all calls. */
  hidesAlways = false
  identity: TenantIdentity | undefined
  /** Whether its schedules are open. */
  open = true
  /** What the PBX says of the calls that it sends outside, beside number and extension. */
  wanted: Partial<OutboundCall> = {}
  readonly #tenant: TenantSnapshot
  /** Emergency calls as the PBX was told: tenant, extension, number shown. */
  readonly helpCalled: string[] = []
  /** Blocks behind whose numbers somebody dialled on. */
  readonly beyond: string[] = []
  readonly #exchange: TestExchange
  readonly #outside: ReturnType<typeof outsideLines>

  /** To which trunk a number is led; the PBX only notes what comes to others. */
  readonly ledToTrunks = new Map<string, string>()
  /** Somebody waits to take calls to a PBX that is unreachable. */
  waits = false
  /** Calls to PBXs are those of a control centre that calls back. */
  ringsForHelp = false

  constructor(
    carriers: readonly Carrier[],
    tenant: TenantSnapshot = TENANT,
    admission: CallAdmissionParts = {},
    trunks?: TrunksAtWork,
    more: Pick<OutboundParts, 'routing' | 'ownCarriers' | 'enumLookup' | 'guard' | 'credit'> = {},
  ) {
    this.#tenant = tenant
    this.admission = new CallAdmission(admission)
    const clock = { epochMs: () => Date.UTC(2026, 10, 23, 12) }
    const parts = {
      ...more,
      admission: this.admission,
      barring: new Barring({ rulesOf: () => this.rules, isOpen: () => this.open, clock }),
      ...this.#identities(clock),
      directory: this.#directory(),
      carriers: {
        carrier: (id: string) => carriers.find((known) => known.id === id) ?? more.ownCarriers?.carrier(id),
        carriers: () => carriers,
      },
      isUp: (id: string) => !this.down.has(id),
      way: (id: string) => this.ways.get(id),
      suspect: (id: string) => void this.suspects.push(id),
      ...(trunks !== undefined && { trunks }),
    }
    this.#outside = outsideLines(parts, NO_LOCK)
    this.#exchange = new TestExchange({
      dialPlan: dialPlan({
        ...parts,
        inside: this.#inside(this.#outside),
        malicious: { arrived: (call) => this.malicious?.arrived(call), arrivedInside: () => undefined },
        beyondBlock: (first) => void this.beyond.push(first),
        spam: { judged: (...asked) => this.spam?.judged(...asked) ?? Promise.resolve(undefined) },
      }),
    })
  }

  get clock(): VirtualClock {
    return this.#exchange.clock
  }

  get userAgent(): PaperUserAgent {
    return this.#exchange.userAgent
  }

  get media(): PaperMedia {
    return this.#exchange.media
  }

  get started(): readonly CallStarted[] {
    return this.#exchange.records.begun
  }

  get ended(): readonly CallEnded[] {
    return this.#exchange.records.over
  }

  /** An extension dials; `phone`: at a shared phone. */
  dial(dialled: string, from = '10', call: PaperCall = {}, phone?: string): Promise<PaperCaller> {
    const subscriber = {
      tenantId: 'acme',
      extensionId: `acme-${from}`,
      extensionNumber: from,
      username: from,
      domain: 'acme.example',
      ha1: { md5: '', sha256: '' },
      registration: { maxContacts: 4, whenFull: 'refuse', minExpiresSeconds: 60, maxExpiresSeconds: 3600 },
      ...(phone !== undefined && { phone: { extensionId: `acme-${phone}`, number: phone } }),
    } as const
    const uri = dialled.startsWith('urn:') ? dialled : `sip:${dialled}@acme.example`
    return this.#exchange.call({ uri, offer: 'offer', ...call }, { kind: 'extension', subscriber, headers: [] })
  }

  /** The PBX at a trunk of the tenant calls. */
  dialFromPbx(dialled: string, call: PaperCall = {}, trunkId = 't1'): Promise<PaperCaller> {
    const from = call.from ?? '<sip:+4922155500@pbx.example>'
    return this.#exchange.call(
      { uri: `sip:${dialled}@acme.example`, offer: 'offer', ...call, from },
      { kind: 'trunk', trunk: { id: trunkId, tenantId: 'acme' } },
    )
  }

  /** A carrier calls in. */
  callIn(carrierId: string, call: PaperCall): Promise<PaperCaller> {
    return this.#exchange.call({ offer: 'offer', ...call }, { kind: 'carrier', carrier: { id: carrierId } })
  }

  /** From now on calls that come in are forwarded to a number outside. */
  forwards(number = '+49302312500'): void {
    this.answers = (call, exchange) =>
      this.#outside.call(call, { number, tenant: this.#tenant, extension: undefined, isLed: true }, exchange)
  }

  /** Names of the carriers that were tried, in order. */
  get tried(): string[] {
    return this.userAgent.called.map(({ invite }) => invite.uri.replace(/^sip:[^@]*@([a-z]+)\..*/, '$1'))
  }

  /** Values of a header of the nth INVITE sent. */
  sent(name: string, index = 0): string[] {
    return (this.userAgent.called[index]?.invite.headers ?? []).filter(([field]) => field === name).map(([, value]) => value)
  }

  /** A PBX that sends every call of an extension outside as it was dialled, and takes `*31` for the code that hides the number. */
  #inside(outside: ReturnType<typeof outsideLines>): Parameters<typeof dialPlan>[0]['inside'] {
    return {
      numberCalled: (tenant, number) => ({ tenantId: tenant.id, extensionId: 'acme-10', number, displayName: undefined }),
      emergencyCalled: (tenantId, extensionId, shown) => void this.helpCalled.push(`${tenantId} ${extensionId} ${shown}`),
      numberDialled: ({ dialled }) => dialled.replace(/^\*31/, ''),
      refuse: (_call, _tenant, refusal) => {
        this.refused.push(refusal.why)
        return Promise.resolve(refusal)
      },
      awaitsCallBack: (_tenant, e164) => this.callBacks.has(e164),
      toMailbox: (_call, _tenant, e164, from) => {
        const box = this.mailboxes.get(e164)
        box?.push(from.displayName ?? from.number)
        return box && Promise.resolve({ kind: 'talked', cause: 'hung-up-by-caller' })
      },
      callNumber: (call, tenant, number, from, exchange, _numbers, dialled) => {
        const trunkId = this.ledToTrunks.get(number)
        if (trunkId !== undefined)
          return outside.callTrunk(
            call,
            { trunkId, tenant, number, dialled, from, knownDownIsEnough: this.waits, ...(this.ringsForHelp && { forHelp: true }) },
            exchange,
          )
        this.inside.push({ e164: number, from: from.number, displayName: from.displayName, ...(from.isAsserted && { isAsserted: true }) })
        return this.answers?.(call, exchange) ?? Promise.resolve(refused('busy', 486))
      },
      planExtensionCall: ({ origin, dialled }) => {
        const extension = origin.kind === 'extension' ? this.#tenant.extensions.get(origin.subscriber.extensionNumber) : undefined
        if (!extension) return refused('forbidden', 403)
        return {
          kind: 'call',
          tenantId: 'acme',
          direction: 'outbound',
          caller: { tenantId: 'acme', extensionId: extension.id, number: extension.number, displayName: extension.name },
          called: { tenantId: undefined, extensionId: undefined, number: dialled, displayName: undefined },
          emergency: false,
          profile: this.#tenant.profile,
          flow: (call, exchange) => outside.call(call, { number: dialled, tenant: this.#tenant, extension, ...this.wanted }, exchange),
        }
      },
    }
  }

  #identities(clock: { readonly epochMs: () => number }): Pick<OutboundParts, 'identity' | 'connected'> {
    const identityOf = (): TenantIdentity | undefined => this.identity
    const identity = new Identities({ identityOf, clock })
    return {
      identity,
      connected: new ConnectedNumbers({ directory: this.#directory(), identity, identityOf, hidesAlways: () => this.hidesAlways }),
    }
  }

  #directory(): Directory {
    return {
      tenant: (id) => (id === 'acme' ? this.#tenant : undefined),
      tenantByDomain: () => this.#tenant,
      tenantByNumber: (e164) => (this.#tenant.numbers.has(e164) ? this.#tenant : this.others.get(e164)),
      tenants: () => [this.#tenant],
    }
  }
}
