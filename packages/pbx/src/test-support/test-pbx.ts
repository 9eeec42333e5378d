import { DEFAULT_PROFILE, type Extension, type PhoneNumber, type Site, type TenantProfile, type TenantSnapshot } from '@klinke/accounts'
import {
  type Binding,
  type CallAnswered,
  type CallControl,
  type CallEnded,
  type CallStarted,
  type Calls,
  type DialPlan,
  type DialTarget,
  type Outcome,
  refused,
  type Subscriber,
} from '@klinke/calls'
import { ringAndTalk, TestExchange } from '@klinke/calls/test-support'
import { type Resource, seededRandom, silentLogger } from '@klinke/foundation'
import { FolderBlobStore } from '@klinke/platform'
import { buildRequest } from '@klinke/sip'
import { type PaperCall, type PaperCaller, PaperMedia, type PaperPhone, paperResponse, type VirtualClock } from '@klinke/testbed'
import type { OutsideCall, OutsideLines, TrunkRing } from '../calls/outside-lines.ts'
import { type PbxCalls, pbxCalls } from '../calls/pbx-calls.ts'
import type { CallDestination } from '../destinations/destination.ts'
import { EmergencyCallBacks } from '../emergency-call-backs/emergency-call-backs.ts'
import type { Feature } from '../feature-codes/feature.ts'
import { type CallTarget, internalNumbersOf } from '../internal-numbers/store.ts'
import type { QueueVisit, QueueWork } from '../queues/history.ts'
import { openQueues } from '../queues/slice.ts'
import { openRingGroups } from '../ring-groups/slice.ts'
import { openSlices } from '../slices/open-slices.ts'
import { emptyParts } from '../slices/parts.ts'
import type { OpenSlice } from '../slices/slice.ts'
import type { PbxDirectory, PbxSnapshot, SliceParts } from '../snapshot.ts'
import { absentDatabase } from './absent-database.ts'
import { PaperCallbacks } from './paper-callbacks.ts'
import { PaperRegistrar } from './paper-registrar.ts'

export interface TestTenant {
  readonly id: string
  readonly extensions: readonly string[]
  /** Number → extension or any destination, or undefined for a number that leads nowhere. */
  readonly numbers: Readonly<Record<string, string | CallDestination | undefined>>
  /** Settings that differ from the product. */
  readonly profile?: Partial<TenantProfile>
  /** Extensions that stand in another Ortsnetz than 221, with its area code. */
  readonly elsewhere?: Readonly<Record<string, string>>
  /** What calls can be led to besides the extensions. */
  readonly targets?: readonly CallTarget[]
  /** What the features under test read. */
  readonly parts?: Partial<SliceParts>
  readonly sites?: readonly Site[]
  /** At which site each extension, and each number, is; absent: at the main one. */
  readonly at?: Readonly<Record<string, string>>
  readonly outgoing?: Readonly<Record<string, string>>
  /** Which user package an extension has; absent: none. */
  readonly packages?: Readonly<Record<string, string>>
  readonly suspended?: true
}

export interface TestPbxOptions {
  /** Features opened in another way, such as with a store on paper; by their names in `SLICES`. */
  readonly instead?: Readonly<Record<string, OpenSlice>>
  /** Callbacks of queues that are promised: those of an earlier one, of which this is what a restart makes. */
  readonly callbacks?: PaperCallbacks
  /** Files that say the names of queues, by name. */
  readonly queueNames?: Readonly<Record<string, string>>
  /** The true way outside; absent: it only notes what it is asked. */
  readonly trunks?: TestTrunks
}

/** The other half of the dial plan, which a test of both puts together. */
export interface TestTrunks {
  readonly outside: OutsideLines
  readonly plan: (inside: PbxCalls, directory: PbxDirectory) => DialPlan
}

/** A PBX over a user agent on paper: tenants as given, every extension with one registered device. */
export class TestPbx {
  /** Calls that went to the public network. */
  readonly outside: OutsideCall[] = []
  /** Numbers outside that were rung beside extensions. */
  readonly beside: OutsideCall[] = []
  /** What queues have told of those who waited, and of their agents. */
  readonly visits: QueueVisit[] = []
  readonly work: QueueWork[] = []
  /** Numbers of other tenants that must not be called. */
  readonly barred = new Set<string>()
  /** Extensions whose telephone is locked. */
  /** Ids of customers that take no calls. */
  readonly lockedTenants = new Set<string>()
  readonly locked = new Set<string>()
  /** Addresses of record without a device. */
  readonly unregistered = new Set<string>()
  readonly #tenants: Map<string, PbxSnapshot>
  readonly #exchange: TestExchange
  readonly #trunks: TestTrunks | undefined
  readonly calls: PbxCalls
  /** All that have a code. */
  readonly features: readonly Feature[]

  /** Reaches a control centre that can be answered for; absent: `outside`, as all numbers. */
  emergencyNumber: string | undefined

  /** What `trunks` says that a caller shows: the tenant's first number. */
  /** Calls to numbers of other customers. */
  readonly cameInside: string[] = []
  /** Extensions with a traced call that can be marked. */
  readonly traced = new Set<string>()
  numberShown: OutsideLines['numberShown'] = (tenant) => tenant.numbers.keys().next().value

  /** What becomes of a call to the customer's own PBX. */
  pbxAtTrunk: (ring: TrunkRing) => Outcome = () => refused('unreachable', 480)

  constructor(tenants: readonly TestTenant[], { instead, callbacks = new PaperCallbacks(), queueNames = {}, trunks }: TestPbxOptions = {}) {
    this.#trunks = trunks
    this.#tenants = new Map(tenants.map((tenant) => [tenant.id, snapshot(tenant)]))
    this.#exchange = new TestExchange({
      dialPlan: (arrival) => this.#planned(arrival),
      parts: {
        talks: { began: (...talk) => this.calls.talks.began(...talk), gathered: (...round) => this.calls.talks.gathered(...round) },
        ...(trunks !== undefined && { directMedia: new PaperMedia() }),
        mayReplace: (...who) => this.calls.mayReplace(...who),
        registrar: {
          register: () => ({ status: 200, headers: [] }),
          lookup: (record) => this.calls.devicesOf((aor) => this.#devices(aor))(record),
        },
      },
    })
    const directory = this.directory()
    const { clock } = this.#exchange
    const ground = { clock, random: seededRandom(1), logger: silentLogger, dataDir: 'on paper', blobs: new FolderBlobStore('on paper') }
    const services = { database: absentDatabase, directory, ...ground }
    const opened = openSlices(services, {
      queues: openQueues({
        ...{ store: callbacks, names: { fileOf: (name) => queueNames[name] }, clock, logger: silentLogger },
        history: { visited: (visit) => void this.visits.push(visit), worked: (work) => void this.work.push(work) },
      }),
      ringGroups: openRingGroups(absentDatabase),
      ...instead,
    })
    this.features = opened.features
    this.calls = pbxCalls({
      directory,
      outside: trunks?.outside ?? this.#outsideLines(),
      callBacks: new EmergencyCallBacks(clock),
      ...opened,
    })
  }

  /** Lets features make calls of their own. */
  begin(): Resource {
    return this.calls.begin(this.#exchange.control.exchange, {
      ...{ lookup: (address: string) => this.#devices(address), flow: () => undefined },
      changes: () => new PaperRegistrar().changes(),
      request: (request) => Promise.resolve(paperResponse(request, 200)),
    })
  }

  /** Changes what calls read of a tenant, as a change in the database would. */
  change(tenantId: string, parts: Partial<SliceParts>): void {
    const before = this.#tenants.get(tenantId)
    if (before) this.#tenants.set(tenantId, { ...before, ...parts })
  }

  get clock(): VirtualClock {
    return this.#exchange.clock
  }

  /** Call control under it. */
  get control(): CallControl {
    return this.#exchange.control
  }

  /** Calls in progress, and the feed of their states. */
  get live(): Calls {
    return this.#exchange.control.calls
  }

  get media(): PaperMedia {
    return this.#exchange.media
  }

  get started(): readonly CallStarted[] {
    return this.#exchange.records.begun
  }

  get answered(): readonly CallAnswered[] {
    return this.#exchange.records.calls.flatMap(({ answered }) => answered ?? [])
  }

  get ended(): readonly CallEnded[] {
    return this.#exchange.records.over
  }

  /** Extension `from` of the tenant dials. */
  dial(
    tenantId: string,
    from: string,
    dialled: string,
    headers: readonly (readonly [string, string])[] = [],
    replaced?: PaperCall['replaced'],
  ): Promise<PaperCaller> {
    const uri = `sip:${encodeURIComponent(dialled)}@${tenantId}.example`
    const call = { uri, offer: 'offer', headers, ...(replaced !== undefined && { replaced }) }
    return this.#exchange.call(call, { kind: 'extension', subscriber: this.calls.actsAs(subscriberOf(tenantId, from)), headers: [] })
  }

  /** A carrier brings a call to a number; only with `trunks`. */
  callIn(carrierId: string, number: string): Promise<PaperCaller> {
    const call = { uri: `sip:${number}@klinke.example`, from: '<sip:+493099999999@one.example>', offer: 'offer' }
    return this.#exchange.call(call, { kind: 'carrier', carrier: { id: carrierId } })
  }

  /** Dials, and hears what is announced out to its end. */
  async dialAndListen(...call: Parameters<TestPbx['dial']>): Promise<PaperCaller> {
    const caller = await this.dial(...call)
    await this.hearOut()
    return caller
  }

  /** All that is being announced has been heard; music, which has no end, goes on. */
  async hearOut(): Promise<void> {
    const playing = this.media.sessions.flatMap(({ playbacks }) => playbacks)
    for (const playback of playing) if (playback.source.kind === 'files' && playback.source.repeat !== 'forever') playback.end('finished')
    await this.clock.advance(0)
  }

  /** Names of the files that were played, such as `de/done`. */
  get announced(): readonly string[] {
    const sources = this.media.sessions.flatMap(({ playbacks }) => playbacks.map(({ source }) => source))
    const files = sources.flatMap((source) => (source.kind === 'files' ? source.files : []))
    return files.map((file) => file.split('/').slice(-2).join('/').replace('.wav', ''))
  }

  /** The number behind codes, as the search for emergency numbers sees it. */
  numberDialled(tenantId: string, from: string, dialled: string): string {
    const request = buildRequest({
      method: 'INVITE',
      uri: 'sip:x@x.example',
      from: '<sip:x@x.example>',
      to: '<sip:x@x.example>',
      callId: 'x',
      cseq: 1,
    })
    return this.calls.numberDialled({ origin: { kind: 'extension', subscriber: subscriberOf(tenantId, from) }, dialled, request })
  }

  /** The phones that were called, in order. */
  get phones(): readonly PaperPhone[] {
    return this.#exchange.userAgent.called
  }

  /** The last one. */
  phone(): PaperPhone {
    const phone = this.phones.at(-1)
    if (!phone) throw new Error('No phone was called.')
    return phone
  }

  /** Names of the decisions on the last call that ended. */
  get steps(): string[] {
    return this.ended.at(-1)?.route.map(({ step }) => step) ?? []
  }

  directory(): PbxDirectory {
    const all = () => [...this.#tenants.values()].filter(({ suspended }) => suspended !== true)
    const anybody = {
      tenant: (id: string) => this.#tenants.get(id),
      tenantByDomain: () => undefined,
      tenantByNumber: (e164: string) => [...this.#tenants.values()].find(({ numbers }) => numbers.has(e164)),
    }
    return {
      forHelp: anybody,
      tenant: (id) => all().find((tenant) => tenant.id === id),
      tenantByDomain: (domain) => all().find(({ sipDomain }) => sipDomain === domain),
      tenantByNumber: (e164) => all().find(({ numbers }) => numbers.has(e164)),
      tenants: () => all(),
    }
  }

  /** The number is an emergency call, and rings at the control centre. */
  #planned(arrival: Parameters<PbxCalls['planExtensionCall']>[0]): ReturnType<PbxCalls['planExtensionCall']> {
    if (this.#trunks !== undefined) return this.#trunks.plan(this.calls, this.directory())(arrival)
    const planned = this.calls.planExtensionCall(arrival)
    if (arrival.dialled !== this.emergencyNumber || planned.kind !== 'call') return planned
    return { ...planned, emergency: true, flow: ringAndTalk(outsideTarget(arrival.dialled)) }
  }

  #outsideLines(): OutsideLines {
    return {
      call: (_call, wanted) => {
        this.outside.push(wanted)
        return Promise.resolve(refused('busy', 486))
      },
      target: (_call, wanted) => {
        this.beside.push(wanted)
        return outsideTarget(wanted.number)
      },
      numberShown: (...who) => this.numberShown(...who),
      callTrunk: (_call, ring) => Promise.resolve(this.pbxAtTrunk(ring)),
      onNet: (call, { number, tenant, extension, choice }) =>
        this.barred.has(number)
          ? { ...refused('forbidden', 403), why: 'barred' }
          : { shown: this.numberShown(tenant, extension, call.request, choice) },
      lockedIn: (_call, { id }) => (this.lockedTenants.has(id) ? { ...refused('unreachable', 480), why: 'guard-lock' } : undefined),
      cameInside: ({ shown, caller, number }) => void this.cameInside.push(`${caller} as ${shown} to ${number}`),
      markMalicious: async (_tenantId, extensionId) => this.traced.delete(extensionId),
      phoneLock: {
        isLocked: (_tenantId, extensionId) => this.locked.has(extensionId),
        set: async (_tenantId, extensionId, locked) => void (locked ? this.locked.add(extensionId) : this.locked.delete(extensionId)),
      },
    }
  }

  #devices(addressOfRecord: string): readonly Binding[] {
    if (this.unregistered.has(addressOfRecord)) return []
    return [{ id: addressOfRecord, addressOfRecord, contactUri: `sip:${addressOfRecord}`, path: [], flowId: 'gone', preference: 1 }]
  }
}

function outsideTarget(number: string): DialTarget {
  return {
    party: { tenantId: undefined, extensionId: undefined, number, displayName: undefined },
    ...{ uri: `sip:${number}@carrier.example`, from: '<sip:me@carrier.example>', to: `<sip:${number}@carrier.example>` },
    ...{ destination: 'resolve', route: [], media: { srtp: 'none', addressFamily: 'IPv4' } },
  }
}

/** What calls read of a tenant on paper. */
export function snapshot(tenant: TestTenant): PbxSnapshot {
  const { id, extensions, numbers, targets = [], parts } = tenant
  const led = Object.entries(numbers).flatMap(([e164, to]) => (to === undefined ? [] : [[e164, destinationOf(id, to)] as const]))
  const named = extensions.map((number): CallTarget => ({ kind: 'extension', id: `${id}-${number}`, name: `Extension ${number}`, number }))
  return {
    ...tenantSnapshot(tenant),
    ...emptyParts(),
    internalNumbers: internalNumbersOf([...named, ...targets]),
    numberDestinations: new Map(led),
    ...parts,
  }
}

/** The extension as admission names it. */
export function subscriberOf(tenantId: string, number: string): Subscriber {
  return {
    tenantId,
    extensionId: `${tenantId}-${number}`,
    extensionNumber: number,
    username: number,
    domain: `${tenantId}.example`,
    ha1: { md5: '', sha256: '' },
    registration: { maxContacts: 4, whenFull: 'refuse', minExpiresSeconds: 60, maxExpiresSeconds: 3600 },
  }
}

function destinationOf(tenantId: string, to: string | CallDestination): CallDestination {
  return typeof to === 'string' ? { kind: 'extension', targetId: `${tenantId}-${to}` } : to
}

function tenantSnapshot(tenant: TestTenant): TenantSnapshot {
  const { id, extensions, numbers, profile, elsewhere = {}, sites = [], at = {}, suspended } = tenant
  return {
    id,
    name: id,
    sipDomain: `${id}.example`,
    areaCode: '221',
    // Most tests look at what a call is refused with, not at how that is said.
    profile: { ...DEFAULT_PROFILE, ringTimeoutSeconds: 20, announceFailures: 'nobody', ...profile },
    extensions: new Map(extensions.map((number) => [number, extension(tenant, number, elsewhere[number] ?? at[number])])),
    numbers: new Map(Object.keys(numbers).map((e164) => [e164, numberAt(e164, at[e164])])),
    sites: new Map([...sites, ...Object.values(elsewhere).map(siteIn)].map((site) => [site.id, site])),
    ...(suspended === true && { suspended }),
  }
}

function siteIn(areaCode: string): Site {
  return { id: areaCode, name: areaCode, isMain: false, areaCode, addresses: [], emergencyNumber: undefined }
}

function numberAt(e164: string, siteId: string | undefined): PhoneNumber {
  return siteId === undefined ? { e164 } : { e164, siteId }
}

function extension({ id: tenantId, outgoing = {}, packages = {} }: TestTenant, number: string, siteId: string | undefined): Extension {
  const userPackage = packages[number]
  return {
    id: `${tenantId}-${number}`,
    number,
    name: `Extension ${number}`,
    sipUsername: number,
    ha1: { md5: '', sha256: '' },
    outgoingNumber: outgoing[number],
    ...(siteId !== undefined && { siteId }),
    ...(userPackage !== undefined && { userPackage }),
  }
}
