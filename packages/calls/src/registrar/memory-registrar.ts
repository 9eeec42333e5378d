import { BoundedMap, type Clock, type Timer } from '@klinke/foundation'
import { detached, type Flow, parseSip, type SipRequest, type TransportTarget, urisEqual } from '@klinke/sip'
import { addressOfRecord, type RegistrarAccount } from '../admission/subscriber.ts'
import { ChangeFeeds } from '../change-feeds.ts'
import type { BoundContact, ContactRequest } from './bound-contact.ts'
import { LocationTable } from './location-table.ts'
import { isForSubscriber, needsItsFlow, outlivesProcess } from './reach.ts'
import { registered } from './register-answer.ts'
import { isAnswer, type RegisterRequest, readRegister, TOO_MANY } from './register-request.ts'
import type {
  KeptRegistration,
  RegisterAnswer,
  Registrar,
  RegistrarStatistics,
  Registration,
  RegistrationChange,
  RegistrationFeed,
  RemovalReason,
} from './registrar.ts'

/** How often ended bindings are looked for. */
const SWEEP_MS = 1000
/** Product names kept once for all devices that send the same. */
const MAX_USER_AGENTS = 1_000
const MAX_USER_AGENT_CHARACTERS = 128
/** Flow id of a binding whose connection is gone: no flow has it. */
const NO_FLOW = ''

const NO_PATH: readonly string[] = []
const FORBIDDEN: RegisterAnswer = { status: 403, headers: [] }
/** A REGISTER that was overtaken by a later one of the same device (RFC 3261 §10.3 step 7). */
const OUT_OF_ORDER: RegisterAnswer = { status: 400, reason: 'CSeq Out Of Order', headers: [] }

/** A registrar that keeps its bindings in memory. */
export function createRegistrar(clock: Clock): Registrar {
  return new MemoryRegistrar(clock)
}

type BindRequest = Extract<RegisterRequest, { kind: 'bind' }>

class MemoryRegistrar implements Registrar {
  readonly #clock: Clock
  readonly #table: LocationTable
  readonly #feeds = new ChangeFeeds<RegistrationChange>()
  readonly #userAgents = new BoundedMap<string, string>(MAX_USER_AGENTS)
  #nextId = 1
  #sweep: Timer | undefined

  constructor(clock: Clock) {
    this.#clock = clock
    this.#table = new LocationTable(clock.nowMs())
  }

  register(request: SipRequest, flow: Flow, subscriber: RegistrarAccount): RegisterAnswer {
    if (!isForSubscriber(request, subscriber)) return FORBIDDEN
    const wish = readRegister(request, subscriber.registration)
    if (isAnswer(wish)) return wish
    const record = addressOfRecord(subscriber)
    const refusal = this.#carryOut(wish, flow, subscriber, record)
    if (refusal) return refusal
    const outboundOver = wish.kind === 'bind' && wish.outbound ? flow.protocol : undefined
    return registered(this.#table.of(record), this.#clock.nowMs(), { path: wish.path, outboundOver })
  }

  lookup(record: string): readonly BoundContact[] {
    return this.#table.of(record)
  }

  webClientAt(host: string): TransportTarget | undefined {
    const binding = this.#table.webClientAt(host)
    return binding && { protocol: binding.protocol, remote: binding.remote }
  }

  holdsFrom(address: string, port?: number): boolean {
    return this.#table.holdsFrom(address, port)
  }

  flowClosed(flow: Flow): void {
    for (const binding of this.#table.over(flow)) if (needsItsFlow(binding)) this.#remove(binding, 'flow-closed')
  }

  *list(tenantId?: string): Iterable<Registration> {
    for (const bindings of this.#table.all()) {
      if (tenantId === undefined || bindings[0]?.tenantId === tenantId) yield* bindings
    }
  }

  remove(bindingId: string): boolean {
    for (const bindings of this.#table.all()) {
      const binding = bindings.find(({ id }) => id === bindingId)
      if (!binding) continue
      this.#remove(binding, 'removed')
      return true
    }
    return false
  }

  removeAll(record: string): number {
    const bindings = this.#table.of(record)
    for (const binding of bindings) this.#remove(binding, 'removed')
    return bindings.length
  }

  removeAccount(record: string, account: string): number {
    const bindings = this.#table.of(record).filter((binding) => binding.account === account)
    for (const binding of bindings) this.#remove(binding, 'removed')
    return bindings.length
  }

  addressesOfRecord(): Iterable<string> {
    return this.#table.addressesOfRecord()
  }

  kept(record: string): readonly KeptRegistration[] {
    return this.#table.of(record).filter(outlivesProcess)
  }

  restore(kept: Iterable<KeptRegistration>): number {
    const before = this.#table.size
    for (const registration of kept) this.#restore(registration)
    return this.#table.size - before
  }

  changes(): RegistrationFeed {
    return this.#feeds.open()
  }

  statistics(): RegistrarStatistics {
    return { addressesOfRecord: this.#table.records, bindings: this.#table.size }
  }

  close(): void {
    this.#sweep?.cancel()
    this.#feeds.close()
  }

  #carryOut(request: RegisterRequest, flow: Flow, subscriber: RegistrarAccount, record: string): RegisterAnswer | undefined {
    switch (request.kind) {
      case 'query':
        return undefined
      case 'remove-all':
        return this.#removeAsAsked(request, record)
      case 'bind':
        return this.#bind(request, flow, subscriber, record)
    }
  }

  #removeAsAsked(request: RegisterRequest, record: string): RegisterAnswer | undefined {
    const bindings = this.#table.of(record)
    if (bindings.some((binding) => isOvertaken(binding, request))) return OUT_OF_ORDER
    for (const binding of bindings) this.#remove(binding, 'unregistered')
    return undefined
  }

  /** All contacts or none are changed (RFC 3261 §10.3 step 7): what can be refused is looked at first. */
  #bind(request: BindRequest, flow: Flow, subscriber: RegistrarAccount, record: string): RegisterAnswer | undefined {
    const { maxContacts, whenFull } = subscriber.registration
    const bound = request.contacts.map((wish) => this.#bound(record, wish))
    if (bound.some((old) => old && isOvertaken(old, request))) return OUT_OF_ORDER
    const added = request.contacts.filter((wish, index) => !bound[index] && wish.expiresSeconds > 0).length
    const removed = request.contacts.filter((wish, index) => bound[index] && wish.expiresSeconds === 0).length
    const surplus = this.#table.of(record).length + added - removed - maxContacts
    if (added > 0 && surplus > 0 && whenFull === 'refuse') return TOO_MANY
    for (const wish of request.contacts) this.#apply(wish, request, flow, subscriber, record)
    if (added > 0) this.#removeOldest(record, maxContacts)
    return undefined
  }

  #bound(record: string, wish: ContactRequest): BoundContact | undefined {
    return this.#table.of(record).find((binding) => isSame(binding, wish))
  }

  #apply(wish: ContactRequest, request: BindRequest, flow: Flow, subscriber: RegistrarAccount, record: string): void {
    const old = this.#bound(record, wish)
    if (wish.expiresSeconds === 0) {
      if (old) this.#remove(old, 'unregistered')
      return
    }
    const nowMs = this.#clock.nowMs()
    const epochMs = this.#clock.epochMs()
    const binding: BoundContact = {
      id: old?.id ?? `binding-${this.#nextId++}`,
      addressOfRecord: old?.addressOfRecord ?? record,
      tenantId: subscriber.tenantId,
      extensionId: subscriber.extensionId,
      contactUri: kept(wish.uriText, old?.contactUri),
      path: request.path.length === 0 ? NO_PATH : request.path.map(detached),
      flowId: flow.id,
      protocol: flow.protocol,
      remote: flow.remote,
      preference: wish.preference,
      userAgent: this.#userAgent(request.userAgent),
      instance: keptIfAny(wish.instance, old?.instance),
      regId: wish.regId,
      callId: kept(request.callId, old?.callId),
      cseq: request.cseq,
      parameters: kept(wish.parameters, old?.parameters),
      registeredAtMs: old?.registeredAtMs ?? epochMs,
      refreshedAtMs: epochMs,
      expiresAtMs: epochMs + wish.expiresSeconds * 1000,
      endsAtMs: nowMs + wish.expiresSeconds * 1000,
      account: subscriber.username,
    }
    if (old) this.#table.remove(old)
    this.#add(binding)
    this.#feeds.tell({ kind: old ? 'refreshed' : 'added', registration: binding })
  }

  /** A device that has registered already is known better than by what was kept. */
  #restore(registration: KeptRegistration): void {
    const leftMs = registration.expiresAtMs - this.#clock.epochMs()
    const known = this.#table.of(registration.addressOfRecord).some(({ contactUri }) => contactUri === registration.contactUri)
    if (leftMs <= 0 || known || !outlivesProcess(registration)) return
    this.#add({
      ...registration,
      id: `binding-${this.#nextId++}`,
      path: registration.path.length === 0 ? NO_PATH : registration.path,
      // The number of a connection means another one today.
      flowId: registration.protocol === 'UDP' ? registration.flowId : NO_FLOW,
      userAgent: this.#userAgent(registration.userAgent),
      endsAtMs: this.#clock.nowMs() + leftMs,
    })
  }

  #add(binding: BoundContact): void {
    this.#table.add(binding)
    this.#sweep ??= this.#clock.after(SWEEP_MS, () => this.#sweepEnded())
  }

  #removeOldest(record: string, limit: number): void {
    const newestFirst = [...this.#table.of(record)].sort((a, b) => b.refreshedAtMs - a.refreshedAtMs || b.registeredAtMs - a.registeredAtMs)
    for (const binding of newestFirst.slice(limit)) this.#remove(binding, 'replaced')
  }

  #remove(binding: BoundContact, reason: RemovalReason): void {
    this.#table.remove(binding)
    this.#feeds.tell({ kind: 'removed', registration: binding, reason })
  }

  #sweepEnded(): void {
    for (const binding of this.#table.takeEnded(this.#clock.nowMs())) this.#remove(binding, 'expired')
    this.#sweep = this.#table.size === 0 ? undefined : this.#clock.after(SWEEP_MS, () => this.#sweepEnded())
  }

  #userAgent(product: string | undefined): string | undefined {
    if (product === undefined) return undefined
    const shown = product.slice(0, MAX_USER_AGENT_CHARACTERS)
    const known = this.#userAgents.get(shown)
    if (known !== undefined) return known
    const text = detached(shown)
    this.#userAgents.set(text, text)
    return text
  }
}

/** Whether a contact of a REGISTER is the one that is bound: by device and flow number (RFC 5626 §6), else by URI (RFC 3261 §10.3 step 7). */
function isSame(binding: BoundContact, wish: ContactRequest): boolean {
  if (binding.regId !== undefined && wish.regId !== undefined) return binding.regId === wish.regId && binding.instance === wish.instance
  if (binding.contactUri === wish.uriText) return true
  const bound = parseSip(binding.contactUri)
  return bound !== undefined && urisEqual(bound, wish.uri)
}

function isOvertaken(binding: BoundContact, request: RegisterRequest): boolean {
  return binding.callId === request.callId && request.cseq <= binding.cseq
}

/** The old text when nothing changed, else a copy that does not hold on to its message. */
function kept(text: string, old: string | undefined): string {
  return text === old ? old : detached(text)
}

function keptIfAny(text: string | undefined, old: string | undefined): string | undefined {
  return text === undefined ? undefined : kept(text, old)
}
