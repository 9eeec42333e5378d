import type { Clock } from '@klinke/foundation'
import { type DigestServer, type Flow, From, type HeaderField, parseSip, type SipRequest, To } from '@klinke/sip'
import type { Admission, AdmissionStatistics, Carriers, Verdict } from './admission.ts'
import { isScanner } from './scanner.ts'
import { DEFAULT_SOURCE_LIMITS, SourceHistory, type SourceLimits } from './source-history.ts'
import type { Subscriber, Subscribers } from './subscriber.ts'

export interface DigestAdmissionParts {
  readonly subscribers: Subscribers
  readonly carriers: Carriers
  readonly digest: DigestServer
  readonly clock: Clock
  /** True while a registration from this IP address is valid (`Registrar.holdsFrom`): such a source is never shunned. */
  readonly holdsRegistration: (address: string) => boolean
  /** The SIP domain for the host of an address; lets phones that know only our IP address take part. Default: the host itself. */
  readonly domainOf?: (host: string) => string
  readonly limits?: SourceLimits
}

/** Admission by digest for phones and by address or registered line for carriers (RFC 3261 §22, TRK-07). */
export function digestAdmission(parts: DigestAdmissionParts): Admission {
  return new DigestAdmission(parts)
}

class DigestAdmission implements Admission {
  readonly #parts: DigestAdmissionParts
  readonly #sources: SourceHistory
  readonly #counts = { extensions: 0, carriers: 0, anonymous: 0, challenged: 0, rejected: 0, dropped: 0, wrongCredentials: 0 }

  constructor(parts: DigestAdmissionParts) {
    this.#parts = parts
    this.#sources = new SourceHistory(parts.limits ?? DEFAULT_SOURCE_LIMITS)
  }

  decide(request: SipRequest, flow: Flow): Verdict {
    const carrier = request.method === 'REGISTER' ? undefined : this.#carrier(flow)
    if (carrier !== undefined) {
      this.#counts.carriers++
      return { kind: 'carrier', carrier }
    }
    if (isScanner(request.headers.get('User-Agent'))) return this.#drop()
    const source = flow.remote.address
    const nowMs = this.#parts.clock.nowMs()
    if (this.#sources.mustWait(source, nowMs) && !this.#parts.holdsRegistration(source)) return this.#drop()
    if (request.method === 'OPTIONS' && !request.headers.has('Authorization')) {
      if (!this.#mayAsk(source, nowMs)) return this.#drop()
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

  #byDigest(request: SipRequest, flow: Flow): Verdict {
    const realm = this.#realm(request, flow)
    const source = flow.remote.address
    const { digest, subscribers, clock } = this.#parts
    let subscriber: Subscriber | undefined
    const secrets = (username: string): Subscriber['ha1'] | undefined => {
      subscriber = subscribers.find(username, realm)
      return subscriber?.ha1
    }
    const verdict = digest.verify(request, { realm, challenger: 'user-agent', nowMs: clock.nowMs(), secrets })
    switch (verdict.kind) {
      case 'accepted':
        this.#sources.proved(source)
        return subscriber === undefined ? this.#reject(403) : this.#admit(request, subscriber)
      case 'wrong':
        this.#counts.wrongCredentials++
        this.#sources.mistaken(source, clock.nowMs())
        return this.#challenge(realm, source, false)
      case 'stale':
        return this.#challenge(realm, source, true)
      case 'absent':
        return this.#challenge(realm, source, false)
    }
  }

  /** A subscriber may register only its own address of record (RFC 3261 §10.3 step 4). */
  #admit(request: SipRequest, subscriber: Subscriber): Verdict {
    if (request.method === 'REGISTER') {
      const user = parseSip(request.headers.read(To)?.uri ?? '')?.user
      if (user !== subscriber.username && user !== subscriber.extensionNumber) return this.#reject(403)
    }
    this.#counts.extensions++
    return { kind: 'extension', subscriber, headers: [] }
  }

  /**
   * The domain that the sender claims to belong to: of the address of record it registers, or of its From. When neither that nor
   * the Request-URI names one, as in a hidden caller's INVITE to urn:service:sos, our address that it talks to stands for it.
   */
  #realm(request: SipRequest, flow: Flow): string {
    const claimed = request.headers.read(request.method === 'REGISTER' ? To : From)
    const named = parseSip(claimed?.uri ?? '')?.host
    // Who hides its name writes anonymous.invalid there (RFC 3323 §4.1.1.3) and still calls within its domain.
    const asked = named === undefined || named.endsWith('.invalid') ? parseSip(request.uri)?.host : named
    const host = asked ?? flow.local.address
    return this.#parts.domainOf?.(host) ?? host
  }

  #challenge(realm: string, source: string, stale: boolean): Verdict {
    const { digest, clock } = this.#parts
    if (!this.#mayAsk(source, clock.nowMs())) return this.#drop()
    this.#counts.challenged++
    const headers = digest.challenges(realm, clock.nowMs(), stale).map((value): HeaderField => ['WWW-Authenticate', value])
    return { kind: 'challenge', status: 401, headers }
  }

  /**
   * Counts an answer to somebody who has not proved who he is; false when he has had too many. Right passwords are never held
   * up by this: an office whose phones all start at once gets in one by one.
   */
  #mayAsk(source: string, nowMs: number): boolean {
    if (this.#sources.isMute(source, nowMs) && !this.#parts.holdsRegistration(source)) return false
    this.#sources.challenged(source, nowMs)
    return true
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
