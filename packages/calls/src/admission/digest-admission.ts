import type { Clock, Logger } from '@klinke/foundation'
import { type DigestServer, type Flow, From, type HeaderField, parseSip, type SipRequest, To } from '@klinke/sip'
import type { RefusedRequest } from '../call-records.ts'
import { dialledIn } from '../control/dialled.ts'
import type { Admission, AdmissionStatistics, CarrierIdentity, Carriers, Verdict } from './admission.ts'
import { claimedHost } from './claimed-host.ts'
import type { TrunkAccount, TrunkSources } from './customer-trunks.ts'
import { RefusalLog } from './refusal-log.ts'
import { isScanner } from './scanner.ts'
import { DEFAULT_SOURCE_LIMITS, SourceHistory, type SourceLimits } from './source-history.ts'
import type { Subscriber, Subscribers } from './subscriber.ts'

export interface DigestAdmissionParts {
  readonly subscribers: Subscribers
  readonly carriers: Carriers
  /** Absent: no customer has a trunk. */
  readonly trunks?: TrunkSources
  readonly digest: DigestServer
  readonly clock: Clock
  readonly logger: Logger
  /** Whether a dial string means 110 or 112 to the phones of a domain (EMG-01). */
  readonly isEmergency: (dialled: string, domain: string) => boolean
  /** True while a registration from this IP address is valid (`Registrar.holdsFrom`): such a source is never shunned. */
  readonly holdsRegistration: (address: string) => boolean
  /** True while a phone is registered from this address and port: what comes from there is asked for its password. */
  readonly holdsPhoneAt: (address: string, port: number) => boolean
  /** The SIP domain for the host of an address; lets phones that know only our IP address take part. Default: the host itself. */
  readonly domainOf?: (host: string) => string
  /** Whether a customer has that SIP domain: a PBX that names its own address in From is found by the one that it calls. Absent: each is taken for one. */
  readonly isDomain?: (domain: string) => boolean
  readonly limits?: SourceLimits
  /** In whose name a phone acts beyond its own registration (hot-desking); absent: in its own. */
  readonly actsAs?: (subscriber: Subscriber) => Subscriber
  /** Told of each request whose sender does not prove to be who it says; absent: nobody is. */
  readonly refused?: (request: RefusedRequest) => void
}

type Mistake = 'unknown-account' | 'wrong-password' | 'registers-for-somebody-else'

/** Admission by digest for phones and by address or registered line for carriers (RFC 3261 §22, TRK-07). */
export function digestAdmission(parts: DigestAdmissionParts): Admission {
  return new DigestAdmission(parts)
}

class DigestAdmission implements Admission {
  readonly #parts: DigestAdmissionParts
  readonly #sources: SourceHistory
  readonly #refusals: RefusalLog
  readonly #counts = { extensions: 0, carriers: 0, trunks: 0, anonymous: 0, challenged: 0, rejected: 0, dropped: 0, wrongCredentials: 0 }

  constructor(parts: DigestAdmissionParts) {
    this.#parts = parts
    this.#sources = new SourceHistory(parts.limits ?? DEFAULT_SOURCE_LIMITS)
    this.#refusals = new RefusalLog(parts.logger, parts.clock)
  }

  decide(request: SipRequest, flow: Flow): Verdict {
    const carrier = request.method === 'REGISTER' ? undefined : this.#carrier(flow)
    if (carrier !== undefined) return this.#admitCarrier(carrier)
    const trunk = this.#byAddress(request, flow)
    if (trunk !== undefined) return trunk
    if (isScanner(request.headers.get('User-Agent'))) return this.#drop()
    const own = this.#ownCarrier(request, flow)
    if (own !== undefined) return this.#admitCarrier(own)
    const source = flow.remote.address
    const nowMs = this.#parts.clock.nowMs()
    if (this.#sources.mustWait(source, nowMs) && !this.#isHeardAllTheSame(request, flow)) return this.#drop()
    if (request.method === 'OPTIONS' && !request.headers.has('Authorization')) {
      if (!this.#mayAsk(request, flow)) return this.#drop()
      this.#counts.anonymous++
      return { kind: 'anonymous' }
    }
    return this.#byDigest(request, flow)
  }

  statistics(): AdmissionStatistics {
    return { ...this.#counts }
  }

  #carrier(flow: Flow): ReturnType<Carriers['byFlow']> {
    const { carriers } = this.#parts
    return carriers.byFlow(flow.id) ?? carriers.bySourceAddress(flow.remote.address, flow.remote.port)
  }

  #admitCarrier(carrier: CarrierIdentity): Verdict {
    this.#counts.carriers++
    return { kind: 'carrier', carrier }
  }

  /** A customer's own carrier brings calls to that customer and nothing else: whatever address a customer claims, who else sends from there stays who he is. */
  #ownCarrier(request: SipRequest, flow: Flow): CarrierIdentity | undefined {
    const { carriers } = this.#parts
    if (carriers.ofCustomer === undefined || request.method !== 'INVITE' || this.#provesItself(request, flow)) return undefined
    return this.#callsForHelp(request, this.#realm(request, flow)) ? undefined : carriers.ofCustomer(request, flow)
  }

  /** A PBX that is known by its fixed address. Phones and other PBXs behind the same address prove themselves like any other. */
  #byAddress(request: SipRequest, flow: Flow): Verdict | undefined {
    const { trunks } = this.#parts
    if (trunks === undefined || request.method === 'REGISTER') return undefined
    const trunk = trunks.bySource(request, flow)
    if (trunk === undefined || this.#provesItself(request, flow)) return undefined
    if (trunk === 'unclear') return trunks.holdsFrom(flow.remote.address) ? undefined : this.#reject(403)
    this.#counts.trunks++
    return { kind: 'trunk', trunk }
  }

  /** Sent by a phone or a PBX with a login, as far as can be told before it has proved itself: by its credentials, its registration or its name. */
  #provesItself(request: SipRequest, flow: Flow): boolean {
    const { holdsPhoneAt, trunks } = this.#parts
    const { address, port } = flow.remote
    if (request.headers.has('Authorization') || request.headers.has('Proxy-Authorization')) return true
    return holdsPhoneAt(address, port) || trunks?.holdsFrom(address, port) === true || this.#isFromPhone(request, flow)
  }

  #isFromPhone(request: SipRequest, flow: Flow): boolean {
    const user = parseSip(request.headers.read(From)?.uri ?? '')?.user
    return user !== undefined && this.#parts.subscribers.find(user, this.#realm(request, flow)) !== undefined
  }

  #byDigest(request: SipRequest, flow: Flow): Verdict {
    const realm = this.#realm(request, flow)
    const source = flow.remote.address
    const { digest, subscribers, trunks, clock } = this.#parts
    let subscriber: Subscriber | undefined
    let trunk: TrunkAccount | undefined
    let account = ''
    const secrets = (username: string): Subscriber['ha1'] | undefined => {
      account = username
      subscriber = subscribers.find(username, realm)
      trunk = subscriber === undefined ? trunks?.byLogin(username, realm) : undefined
      return subscriber?.ha1 ?? trunk?.ha1
    }
    const verdict = digest.verify(request, { realm, challenger: 'user-agent', nowMs: clock.nowMs(), secrets })
    switch (verdict.kind) {
      case 'accepted':
        this.#sources.proved(source)
        if (trunk !== undefined) return this.#admitTrunk(request, source, trunk)
        return subscriber === undefined ? this.#reject(403) : this.#admit(request, source, subscriber)
      case 'wrong':
        this.#counts.wrongCredentials++
        this.#sources.mistaken(source, clock.nowMs())
        this.#tell(request, source, account, realm, subscriber === undefined && trunk === undefined ? 'unknown-account' : 'wrong-password')
        return this.#challenge(request, flow, realm, false)
      case 'stale':
        return this.#challenge(request, flow, realm, true)
      case 'absent':
        return this.#challenge(request, flow, realm, false)
    }
  }

  /** A subscriber may register only its own address of record (RFC 3261 §10.3 step 4). */
  #admit(request: SipRequest, source: string, subscriber: Subscriber): Verdict {
    if (request.method === 'REGISTER') {
      const user = parseSip(request.headers.read(To)?.uri ?? '')?.user
      if (user !== subscriber.username && user !== subscriber.extensionNumber) {
        this.#tell(request, source, subscriber.username, subscriber.domain, 'registers-for-somebody-else')
        return this.#reject(403)
      }
    }
    if (subscriber.onlyForHelp === true && !this.#isForHelp(request, subscriber)) return this.#reject(403)
    this.#counts.extensions++
    const { actsAs } = this.#parts
    const acting = request.method === 'REGISTER' || actsAs === undefined ? subscriber : actsAs(subscriber)
    return { kind: 'extension', subscriber: acting, headers: [] }
  }

  /** What a phone of a suspended customer may do: call for help, and be there when it is called back. */
  #isForHelp(request: SipRequest, { domain }: Subscriber): boolean {
    return request.method === 'REGISTER' || this.#callsForHelp(request, domain)
  }

  #admitTrunk(request: SipRequest, source: string, account: TrunkAccount): Verdict {
    const { id, tenantId, loginId, username, domain } = account
    if (request.method === 'REGISTER' && parseSip(request.headers.read(To)?.uri ?? '')?.user !== username) {
      this.#tell(request, source, username, domain, 'registers-for-somebody-else')
      return this.#reject(403)
    }
    this.#counts.trunks++
    return { kind: 'trunk', trunk: { id, tenantId, loginId }, account }
  }

  /** The domain that the sender claims to belong to, by our name for it; where that is nobody's, the one that it calls. */
  #realm(request: SipRequest, flow: Flow): string {
    const { domainOf = (host: string): string => host, isDomain } = this.#parts
    const claimed = domainOf(claimedHost(request, flow))
    if (isDomain === undefined || isDomain(claimed)) return claimed
    const asked = parseSip(request.uri)?.host
    const called = asked === undefined ? undefined : domainOf(asked)
    return called !== undefined && isDomain(called) ? called : claimed
  }

  #challenge(request: SipRequest, flow: Flow, realm: string, stale: boolean): Verdict {
    const { digest, clock } = this.#parts
    if (!this.#mayAsk(request, flow)) return this.#drop()
    this.#counts.challenged++
    const headers = digest.challenges(realm, clock.nowMs(), stale).map((value): HeaderField => ['WWW-Authenticate', value])
    return { kind: 'challenge', status: 401, headers }
  }

  /**
   * Counts an answer to somebody who has not proved who he is; false when he has had too many. Right passwords are never held
   * up by this: an office whose phones all start at once gets in one by one.
   */
  #mayAsk(request: SipRequest, flow: Flow): boolean {
    const source = flow.remote.address
    const nowMs = this.#parts.clock.nowMs()
    if (this.#sources.isMute(source, nowMs) && !this.#isHeardAllTheSame(request, flow)) return false
    this.#sources.challenged(source, nowMs)
    return true
  }

  /**
   * Who is listened to whatever its source has done: a source with valid registrations, and whoever calls for help (EMG-01). The
   * phone with the right password behind the router of an office must reach 112 while another one there tries wrong ones.
   */
  #isHeardAllTheSame(request: SipRequest, flow: Flow): boolean {
    const { holdsRegistration, clock } = this.#parts
    const source = flow.remote.address
    if (holdsRegistration(source)) return true
    return this.#callsForHelp(request, this.#realm(request, flow)) && this.#sources.mayCallForHelp(source, clock.nowMs())
  }

  #callsForHelp(request: SipRequest, domain: string): boolean {
    return request.method === 'INVITE' && this.#parts.isEmergency(dialledIn(request), domain)
  }

  #tell(request: SipRequest, source: string, account: string, domain: string, reason: Mistake): void {
    const { method } = request
    this.#refusals.tell({ source, method, account, domain, reason })
    this.#parts.refused?.({
      ...{ source, method, account, domain, reason, status: reason === 'registers-for-somebody-else' ? 403 : 401 },
      ...{ dialled: method === 'INVITE' ? dialledIn(request) : undefined, sipCallId: request.headers.get('Call-ID') ?? '' },
    })
  }

  #reject(status: number): Verdict {
    this.#counts.rejected++
    return { kind: 'reject', status, headers: [] }
  }

  #drop(): Verdict {
    this.#counts.dropped++
    return { kind: 'drop' }
  }
}
