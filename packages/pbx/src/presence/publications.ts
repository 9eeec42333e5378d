import type { Subscriber } from '@klinke/calls'
import type { Clock, Timer } from '@klinke/foundation'
import { Expires, type IncomingRequest, parseSip, type ResponseOptions, type SipRequest, userText } from '@klinke/sip'
import { PIDF } from './pidf.ts'
import { readPidf } from './read-pidf.ts'
import type { PublishedPresence } from './state.ts'

const DEFAULT_SECONDS = 3_600
const MIN_SECONDS = 60
const MAX_SECONDS = 3_600
/** A document of a few activities has a kilobyte. */
const MAX_DOCUMENT_BYTES = 4_096
/** Devices of one extension; what the oldest has said goes for a newer one. */
const MAX_PUBLICATIONS = 10

interface Publication {
  readonly entityTag: string
  readonly state: PublishedPresence
  readonly expiry: Timer
}

type Publisher = Pick<Subscriber, 'tenantId' | 'extensionId'>

interface Answer extends Pick<ResponseOptions, 'headers' | 'reason'> {
  readonly status: number
}

/** What phones say of their users by themselves (RFC 3903): away, at lunch, do not disturb set at the phone. In memory: they say it again. */
export class Publications {
  readonly #clock: Clock
  readonly #newTag: () => string
  readonly #changed: (extensionId: string, tenantId: string) => void
  /** By extension id; what was said last stands last. */
  readonly #said = new Map<string, readonly Publication[]>()

  constructor(clock: Clock, newTag: () => string, changed: (extensionId: string, tenantId: string) => void) {
    this.#clock = clock
    this.#newTag = newTag
    this.#changed = changed
  }

  /** What the extension's phones have said last. */
  of(extensionId: string): PublishedPresence | undefined {
    return this.#said.get(extensionId)?.at(-1)?.state
  }

  /** Answers a PUBLISH. */
  published(incoming: Pick<IncomingRequest, 'request' | 'respond'>, by: Subscriber): void {
    const { status, ...options } = this.#answer(incoming.request, by)
    incoming.respond(status, options)
  }

  /** RFC 3903 §6. */
  #answer(request: SipRequest, by: Subscriber): Answer {
    const refusal = refusalOf(request, by)
    if (refusal !== undefined) return refusal
    const match = request.headers.get('SIP-If-Match')?.trim()
    const before = this.#said.get(by.extensionId)?.find(({ entityTag }) => entityTag === match)
    if (match !== undefined && before === undefined) return { status: 412 }
    const state = request.body.length === 0 ? before?.state : readPidf(Buffer.from(request.body).toString())
    if (state === undefined) return { status: 400, reason: 'Presence Document Expected' }
    const seconds = Math.min(request.headers.read(Expires) ?? DEFAULT_SECONDS, MAX_SECONDS)
    const entityTag = this.#keep(by, state, seconds, before)
    return {
      status: 200,
      headers: [
        ['SIP-ETag', entityTag],
        ['Expires', String(seconds)],
      ],
    }
  }

  /** `before` is replaced; with 0 seconds nothing takes its place. */
  #keep(by: Publisher, state: PublishedPresence, seconds: number, before: Publication | undefined): string {
    const entityTag = this.#newTag()
    const expiry = this.#clock.after(seconds * 1000, () => this.#forget(by, entityTag))
    const kept = (this.#said.get(by.extensionId) ?? []).filter((publication) => publication !== before)
    before?.expiry.cancel()
    if (seconds === 0) expiry.cancel()
    this.#set(by, seconds === 0 ? kept : [...kept, { entityTag, state, expiry }])
    return entityTag
  }

  #forget(by: Publisher, gone: string): void {
    this.#set(
      by,
      (this.#said.get(by.extensionId) ?? []).filter(({ entityTag }) => entityTag !== gone),
    )
  }

  #set({ extensionId, tenantId }: Publisher, publications: readonly Publication[]): void {
    for (const { expiry } of publications.slice(0, -MAX_PUBLICATIONS)) expiry.cancel()
    if (publications.length === 0) this.#said.delete(extensionId)
    else this.#said.set(extensionId, publications.slice(-MAX_PUBLICATIONS))
    this.#changed(extensionId, tenantId)
  }
}

/** Nobody speaks for others; the rest is the form of the request. */
function refusalOf({ uri, headers, body }: SipRequest, { extensionNumber }: Subscriber): Answer | undefined {
  const address = parseSip(uri)
  if (address === undefined || userText(address) !== extensionNumber) return { status: 403 }
  const seconds = headers.read(Expires)
  if (seconds !== undefined && seconds > 0 && seconds < MIN_SECONDS) {
    return { status: 423, headers: [['Min-Expires', String(MIN_SECONDS)]] }
  }
  if (body.length > MAX_DOCUMENT_BYTES) return { status: 413 }
  const type = headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  return body.length > 0 && type !== PIDF ? { status: 415, headers: [['Accept', PIDF]] } : undefined
}
