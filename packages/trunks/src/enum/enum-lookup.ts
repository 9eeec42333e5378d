import type { Clock } from '@klinke/foundation'
import type { E164 } from '@klinke/numbering'
import { parseSip, type Resolver, type TransportTarget } from '@klinke/sip'
import { enumName } from './enum-name.ts'
import { type EnumRecord, sipUris } from './naptr-uri.ts'

/** Zones that are asked, one after the other, for a call. */
export const MAX_ENUM_ZONES = 4
/** A caller waits no longer for it: without an answer by then the call goes over a carrier. */
export const ENUM_DEADLINE_MS = 1_000
/** URIs of a number that are tried. */
const MAX_URIS = 3

export interface EnumParts {
  /** Zones in their order, such as `e164.arpa`; an operator's own first. */
  readonly zones: readonly string[]
  /** NAPTR records of a name; answers are remembered by who gives them (`TimedNaptr` in net). Never rejects. */
  readonly naptr: (name: string) => Promise<readonly EnumRecord[]>
  /** Leaves out addresses of our own networks: a public zone may not lead there (`guardedResolver`). */
  readonly resolver: Resolver
  readonly clock: Pick<Clock, 'after'>
}

/** Where the holder of a number wants to be called, as a zone says. */
export interface EnumPlace {
  readonly uri: string
  readonly targets: readonly TransportTarget[]
}

export type EnumAnswer =
  | { readonly kind: 'listed'; readonly places: readonly EnumPlace[] }
  | { readonly kind: 'not-listed' }
  /** No answer within the deadline. */
  | { readonly kind: 'silent' }
  /** All that is listed leads nowhere, or into networks of ours. */
  | { readonly kind: 'forbidden'; readonly uri: string }

/** ENUM (RFC 6116): numbers whose holders say in the DNS where they are reached. Such calls leave over no carrier (TRK-14). */
export class EnumLookup {
  readonly #parts: EnumParts

  constructor(parts: EnumParts) {
    this.#parts = parts
  }

  /** Never rejects, and settles within `ENUM_DEADLINE_MS` however long the DNS hangs. */
  async find(number: E164): Promise<EnumAnswer> {
    if (this.#parts.zones.length === 0) return { kind: 'not-listed' }
    const { promise, resolve } = Promise.withResolvers<EnumAnswer>()
    const timer = this.#parts.clock.after(ENUM_DEADLINE_MS, () => resolve({ kind: 'silent' }))
    this.#ask(number).then(resolve, () => resolve({ kind: 'silent' }))
    const answer = await promise
    timer.cancel()
    return answer
  }

  async #ask(number: E164): Promise<EnumAnswer> {
    for (const zone of this.#parts.zones.slice(0, MAX_ENUM_ZONES)) {
      const uris = sipUris(await this.#parts.naptr(enumName(number, zone)), number)
      const [first] = uris
      if (first !== undefined) return this.#placesOf(uris, first)
    }
    return { kind: 'not-listed' }
  }

  async #placesOf(uris: readonly string[], first: string): Promise<EnumAnswer> {
    const places: EnumPlace[] = []
    for (const uri of uris.slice(0, MAX_URIS)) {
      // A user is needed: a host alone says nothing of whom to ring.
      if (parseSip(uri)?.user === undefined) continue
      const targets = await this.#parts.resolver.resolve(uri)
      if (targets.length > 0) places.push({ uri, targets })
    }
    return places.length > 0 ? { kind: 'listed', places } : { kind: 'forbidden', uri: first }
  }
}
