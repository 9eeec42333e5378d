import { isIP } from 'node:net'
import {
  addressOfRecord,
  type Binding,
  DEFAULT_REGISTRATION_PROFILE,
  type RegisterAnswer,
  type Registrar,
  type RegistrarAccount,
  type Registration,
  type RegistrationFeed,
  type TrunkAccount,
  type TrunkIdentity,
  type TrunkSources,
} from '@klinke/calls'
import type { Flow, SipRequest, SocketAddress } from '@klinke/sip'
import type { LineParts } from '../../lines/carrier-line.ts'
import type { CustomerTrunk, CustomerTrunks, TrunkLogin } from '../customer-trunk.ts'
import { AddressIndex } from './address-index.ts'
import type { PlaceState } from './place-state.ts'
import { type Ping, WatchedPlace } from './watched-place.ts'

export interface CustomerTrunkLinesParts extends LineParts {
  readonly trunks: CustomerTrunks
  /** Where PBXs register; one of its own, apart from that of phones. */
  readonly registrar: Registrar
  /** The SIP domain of a customer, in small letters; undefined: there is no such customer. */
  readonly domainOf: (tenantId: string) => string | undefined
  /** Which of several trunks with the same address sends this; undefined: nothing in it tells. */
  readonly whose: (request: SipRequest, trunks: readonly CustomerTrunk[]) => CustomerTrunk | undefined
  /** A call to 110 or 112, which is taken from whichever of the trunks it comes (EMG-01). */
  readonly isEmergency: (request: SipRequest) => boolean
  /** A PBX is reachable no longer, or again. Absent: nobody wants to know. */
  readonly told?: (trunk: CustomerTrunk, isReachable: boolean) => void
  /** Whether the PBX was unreachable when the exchange last ran: then it is told when it is back. Absent: nobody knows. */
  readonly wasAway?: (trunkId: string) => boolean
  /** Where we take TLS. */
  readonly sipsPort: number
}

/** How a PBX can be reached now. */
export interface TrunkState {
  /** Undefined for PBXs that register. */
  readonly places: readonly PlaceState[] | undefined
  /** False: calls to it would fail. */
  readonly isReachable: boolean
}

/** Contacts that a login may bind at a time: the PBX, a standby, and one that is being moved. */
const REGISTRATION = { ...DEFAULT_REGISTRATION_PROFILE, maxContacts: 4 }

/** Where customers' PBXs are: registrations, fixed addresses that are followed and watched, and who sends from where. */
export class CustomerTrunkLines implements TrunkSources {
  readonly #parts: CustomerTrunkLinesParts
  /** By trunk id; of trunks with fixed addresses. */
  readonly #places = new Map<string, readonly WatchedPlace[]>()
  readonly #farewells = new Set<Promise<void>>()
  /** By trunk id, as far as it was ever known: a server that starts tells nobody that all PBXs are back. */
  readonly #reachable = new Map<string, boolean>()
  readonly #registrations: RegistrationFeed
  #addresses: AddressIndex | undefined

  constructor(parts: CustomerTrunkLinesParts) {
    this.#parts = parts
    this.#registrations = parts.registrar.changes()
    this.#follow().catch((error: unknown) => {
      const fault = error instanceof Error ? error : new Error(String(error))
      parts.logger.error('registrations of PBXs are no longer followed because of a fault', { error: fault })
    })
  }

  /** Follows the configuration of one tenant: looks after new addresses, ends what is gone, and forgets registrations with old passwords. */
  replaced(now: readonly CustomerTrunk[], before: readonly CustomerTrunk[]): void {
    const [today, yesterday] = [byId(now), byId(before)]
    for (const [id, trunk] of yesterday) {
      const next = today.get(id)
      if (next === undefined || keyOf(next) !== keyOf(trunk)) this.#end(id)
      if (next === undefined) this.#reachable.delete(id)
      for (const login of loginsOf(trunk)) if (!isSame(login, next)) this.#forget(trunk, login)
    }
    for (const trunk of now) if (!this.#places.has(trunk.id)) this.#open(trunk)
  }

  byLogin(username: string, domain: string): TrunkAccount | undefined {
    const found = this.#parts.trunks.byLogin(username, domain)
    if (found === undefined) return undefined
    const { trunk, login } = found
    return {
      ...{ id: trunk.id, tenantId: trunk.tenantId, loginId: login.id },
      ...{ username, domain, ha1: login.ha1, registration: REGISTRATION },
    }
  }

  bySource(request: SipRequest, { remote }: Flow): TrunkIdentity | 'unclear' | undefined {
    const ids = this.#index().at(remote.address, remote.port)
    if (ids.length === 0) return undefined
    const trunks = ids.map((id) => this.#parts.trunks.trunk(id)).filter((trunk) => trunk !== undefined)
    const { whose, isEmergency } = this.#parts
    const trunk = trunks.length === 1 ? trunks[0] : (whose(request, trunks) ?? (isEmergency(request) ? trunks[0] : undefined))
    if (trunk === undefined) return trunks.length === 0 ? undefined : 'unclear'
    return { id: trunk.id, tenantId: trunk.tenantId }
  }

  /** Answers the REGISTER of a login that has proved itself. */
  register(request: SipRequest, flow: Flow, account: TrunkAccount): RegisterAnswer {
    return this.#parts.registrar.register(request, flow, accountOf(account))
  }

  /** Contacts of the login for numbers of that block, else of the one for all, those with the highest preference first. */
  contacts(trunk: CustomerTrunk, block: string | undefined): readonly Binding[] {
    const logins = loginsOf(trunk)
    const login = logins.find((each) => block !== undefined && each.block === block) ?? logins.find((each) => each.block === undefined)
    const domain = this.#parts.domainOf(trunk.tenantId)
    return login === undefined || domain === undefined ? [] : this.#parts.registrar.lookup(recordOf(login.username, domain))
  }

  /**
   * What we are called in Via and Contact towards the peer of a flow: a Microsoft server knows us by name only, and compares it with our
   * certificate. Undefined: by our address, as everybody.
   */
  nameFor({ protocol, remote }: Flow): SocketAddress | undefined {
    if (protocol !== 'TLS') return undefined
    const [id, ...others] = this.#index().at(remote.address, remote.port)
    const trunk = id === undefined || others.length > 0 ? undefined : this.#parts.trunks.trunk(id)
    const domain = trunk?.signalling === 'microsoft' ? this.#parts.domainOf(trunk.tenantId) : undefined
    return domain === undefined ? undefined : { address: domain, port: this.#parts.sipsPort }
  }

  /** Its fixed addresses, primary first, those known to be down last. */
  places(trunkId: string): readonly WatchedPlace[] {
    const places = this.#places.get(trunkId) ?? []
    return [...places.filter(({ isUp }) => isUp), ...places.filter(({ isUp }) => !isUp)]
  }

  holdsFrom(address: string, port?: number): boolean {
    return this.#parts.registrar.holdsFrom(address, port)
  }

  /** True when a PBX sends from this address: limits for strangers do not apply to it. */
  hasAddress(address: string): boolean {
    return this.#index().has(address) || this.#parts.registrar.holdsFrom(address)
  }

  state(trunk: CustomerTrunk): TrunkState {
    if (trunk.access.kind === 'fixed-ip') {
      const places = this.#places.get(trunk.id) ?? []
      return { places: places.map((place) => place.state()), isReachable: places.some(({ isUp }) => isUp) }
    }
    const domain = this.#parts.domainOf(trunk.tenantId)
    const logins = domain === undefined ? [] : trunk.access.logins
    const isReachable = logins.some(({ username }) => this.#parts.registrar.lookup(recordOf(username, domain ?? '')).length > 0)
    return { places: undefined, isReachable }
  }

  /** Contacts that are registered. For lists, not for the path of a call. */
  registrations({ id, tenantId }: CustomerTrunk): readonly Registration[] {
    return [...this.#parts.registrar.list(tenantId)].filter(({ extensionId }) => extensionId === id)
  }

  /** Ends all that is looked after. */
  async close(): Promise<void> {
    this.#registrations.close()
    for (const id of [...this.#places.keys()]) this.#end(id)
    await Promise.all(this.#farewells)
  }

  #open(trunk: CustomerTrunk): void {
    const { access, transport } = trunk
    if (access.kind !== 'fixed-ip') {
      // Registered before the exchange was started anew: nothing comes of it until it is gone.
      if (this.state(trunk).isReachable) this.#look(trunk.id)
      return
    }
    const changed = (): void => {
      this.#addresses = undefined
      this.#look(trunk.id)
    }
    const ping = this.#pingFor(trunk)
    const { resolver, guardedResolver = resolver } = this.#parts
    const guarded = { ...this.#parts, resolver: guardedResolver }
    const places = access.places.map(({ host, port }) => {
      // A PBX behind a tunnel is given by its private address; a name may be led elsewhere any day, and nobody sees it.
      const parts = isIP(host) === 0 ? guarded : this.#parts
      return new WatchedPlace({ host, port, transport }, ping, parts, changed)
    })
    this.#places.set(trunk.id, places)
    changed()
  }

  /** SIP-DDI trunks are spared OPTIONS (TRK-07); a Microsoft server wants to be asked by a name that it knows before it takes calls. */
  #pingFor({ signalling, tenantId }: CustomerTrunk): Ping | undefined {
    if (signalling === 'sip-ddi') return undefined
    const domain = this.#parts.domainOf(tenantId)
    if (signalling !== 'microsoft' || domain === undefined) return { from: '<sip:options@anonymous.invalid>', headers: [] }
    return { from: `<sip:options@${domain}>`, headers: [] }
  }

  async #follow(): Promise<void> {
    for await (const change of this.#registrations) if (change.kind !== 'missed') this.#look(change.registration.extensionId)
  }

  #look(id: string): void {
    const trunk = this.#parts.trunks.trunk(id)
    if (trunk === undefined) return
    const before = this.#reachable.get(id) ?? (this.#parts.wasAway?.(id) === true ? false : undefined)
    const { isReachable, places } = this.state(trunk)
    // Addresses that have just been given, and have not answered yet: that is not to be back.
    if (before === false && isReachable && places?.every(({ state }) => state === 'probing' || state === 'down') === true) return
    this.#reachable.set(id, isReachable)
    if (before !== undefined && before !== isReachable) this.#parts.told?.(trunk, isReachable)
  }

  #end(id: string): void {
    const places = this.#places.get(id)
    this.#places.delete(id)
    this.#addresses = undefined
    if (places === undefined) return
    const farewell = Promise.all(places.map((place) => place.close())).then(() => void this.#farewells.delete(farewell))
    this.#farewells.add(farewell)
  }

  #forget({ tenantId }: CustomerTrunk, { username }: TrunkLogin): void {
    const domain = this.#parts.domainOf(tenantId)
    if (domain !== undefined) this.#parts.registrar.removeAll(recordOf(username, domain))
  }

  #index(): AddressIndex {
    this.#addresses ??= new AddressIndex(placesOf(this.#places))
    return this.#addresses
  }
}

function* placesOf(places: ReadonlyMap<string, readonly WatchedPlace[]>) {
  for (const [trunkId, watched] of places) for (const { targets } of watched) yield { trunkId, targets }
}

function byId(trunks: readonly CustomerTrunk[]): ReadonlyMap<string, CustomerTrunk> {
  return new Map(trunks.map((trunk) => [trunk.id, trunk]))
}

/** What of a trunk its watched addresses depend on. */
function keyOf({ access, transport, signalling }: CustomerTrunk): string {
  return JSON.stringify([access.kind === 'fixed-ip' ? access.places : access.kind, transport, signalling])
}

function isSame(login: TrunkLogin, trunk: CustomerTrunk | undefined): boolean {
  return (
    trunk !== undefined &&
    loginsOf(trunk).some(({ id, username, ha1 }) => id === login.id && username === login.username && ha1.md5 === login.ha1.md5)
  )
}

export function loginsOf({ access }: Pick<CustomerTrunk, 'access'>): readonly TrunkLogin[] {
  return access.kind === 'registration' ? access.logins : []
}

/** Key of the registrar: the address of record of a login. */
function recordOf(username: string, domain: string): string {
  return addressOfRecord({ extensionNumber: username, domain })
}

function accountOf({ id, tenantId, username, domain, registration }: TrunkAccount): RegistrarAccount {
  return { tenantId, extensionId: id, extensionNumber: username, username, domain, registration }
}
