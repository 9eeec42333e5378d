import { token } from '@klinke/foundation'
import {
  CSeq,
  type Flow,
  type HeaderField,
  MinExpires,
  parseSip,
  type RequestOutcome,
  RetryAfter,
  ServiceRoute,
  type SipResponse,
} from '@klinke/sip'
import type { Carrier } from '../carrier.ts'
import { carrierUri } from './carrier-address.ts'
import type { LineParts } from './carrier-line.ts'
import { grantedExpirySeconds } from './granted-expiry.ts'

/** A carrier that wants to be registered at. */
export interface RegistrationAccount extends Pick<Carrier, 'id' | 'name' | 'host' | 'port' | 'transport'> {
  readonly authentication: Extract<Carrier['authentication'], { kind: 'registration' }>
}

/** What one REGISTER came to. */
export type RegisterOutcome =
  | { readonly kind: 'registered'; readonly expiresSeconds: number; readonly route: readonly string[] }
  /** 423: ask for at least this (RFC 3261 §10.2.8). */
  | { readonly kind: 'interval-too-brief'; readonly minExpiresSeconds: number }
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string; readonly retryAfterSeconds: number | undefined }
  | { readonly kind: 'silent'; readonly detail: string }

const CALL_ID_CHARACTERS = 22
/** Tries with credentials that one request without an answer may have made, each with a CSeq of its own. */
const UNSEEN_TRIES = 4

/** The REGISTER requests of one line: one Call-ID, rising CSeq (RFC 3261 §10.2), each signed when asked. */
export class RegisterSeries {
  readonly #account: RegistrationAccount
  readonly #parts: LineParts
  readonly #callId: string
  readonly #user: string
  #cseq = 1

  constructor(account: RegistrationAccount, parts: LineParts) {
    this.#account = account
    this.#parts = parts
    this.#callId = token(parts.random, CALL_ID_CHARACTERS)
    this.#user = parseSip(carrierUri(account, account.authentication.username))?.user ?? account.authentication.username
  }

  /** Asks for a binding of `expiresSeconds` over `flow`; 0 takes it away. Never rejects. */
  async send(flow: Flow, expiresSeconds: number, signal: AbortSignal): Promise<RegisterOutcome> {
    const { userAgent, transport } = this.#parts
    const { username, password } = this.#account.authentication
    const record = `<sip:${this.#user}@${bracketed(this.#account.host)}>`
    const headers: HeaderField[] = [['Expires', String(expiresSeconds)]]
    const outcome = await userAgent.request(
      {
        method: 'REGISTER',
        uri: carrierUri(this.#account),
        from: record,
        to: record,
        destination: { flow },
        headers,
        credentials: { username, password },
        callId: this.#callId,
        cseq: this.#cseq,
      },
      signal,
    )
    this.#count(outcome)
    if (outcome.kind === 'timeout') return { kind: 'silent', detail: 'no answer' }
    if (outcome.kind === 'transport-error') return { kind: 'silent', detail: outcome.detail }
    return readAnswer(outcome.response, (response) =>
      grantedExpirySeconds(response, { user: this.#user, address: transport.advertised(flow) }, expiresSeconds),
    )
  }

  #count(outcome: RequestOutcome): void {
    const answered = outcome.kind === 'response' ? outcome.response.headers.read(CSeq)?.sequence : undefined
    this.#cseq = answered === undefined ? this.#cseq + UNSEEN_TRIES : Math.max(answered, this.#cseq) + 1
  }
}

function readAnswer(response: SipResponse, granted: (response: SipResponse) => number): RegisterOutcome {
  const { status, reason, headers } = response
  if (status < 300) {
    const route = headers.readAll(ServiceRoute)?.map(ServiceRoute.print) ?? []
    return { kind: 'registered', expiresSeconds: granted(response), route }
  }
  const minExpiresSeconds = headers.read(MinExpires)
  if (status === 423 && minExpiresSeconds !== undefined) return { kind: 'interval-too-brief', minExpiresSeconds }
  return { kind: 'refused', status, reason, retryAfterSeconds: headers.read(RetryAfter)?.seconds }
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
