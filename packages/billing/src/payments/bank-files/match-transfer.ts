import type { Micros } from '@klinke/rating'
import type { Transfer } from './bank-file.ts'

/** Something that waits for money, as a payer may name it. */
export interface Claim {
  readonly id: string
  readonly tenantId: string
  /** Of the invoice. */
  readonly number: string
  readonly customerNumber: string
  /** What is still to be paid. */
  readonly openMicros: Micros
  readonly currency: string
}

/** Why somebody has to look at a transfer. */
export type Unclear =
  /** Neither an invoice nor a customer is named that there is. */
  | 'nothing-named'
  /** What is named is of several customers. */
  | 'several-customers'
  /** More, or another sum, than is open. */
  | 'amount-differs'
  | 'other-currency'
  /** It could be one that has been booked already. */
  | 'no-bank-reference'

export interface Share {
  readonly claimId: string
  readonly micros: Micros
}

export type Match =
  | { readonly kind: 'matched'; readonly tenantId: string; readonly shares: readonly Share[] }
  /** `tenantId`: who it seems to be from. */
  | { readonly kind: 'unclear'; readonly why: Unclear; readonly tenantId: string | undefined }

/** Claims by what payers write: numbers of invoices and customers, without spaces and dashes. */
export class Claims {
  readonly #claims: Map<string, Claim>
  readonly #byNumber: ReadonlyMap<string, string>
  readonly #byCustomer: ReadonlyMap<string, readonly string[]>

  /** Paid ones may be among them: who pays twice is recognised. */
  constructor(claims: readonly Claim[]) {
    this.#claims = new Map(claims.map((claim) => [claim.id, claim]))
    this.#byNumber = new Map(claims.map((claim) => [bare(claim.number), claim.id]))
    const byCustomer = Map.groupBy(claims, ({ customerNumber }) => bare(customerNumber))
    this.#byCustomer = new Map([...byCustomer].map(([number, own]) => [number, own.map(({ id }) => id)]))
  }

  /** These are paid by a transfer: the next one finds less open. */
  settle(shares: readonly Share[]): void {
    for (const { claimId, micros } of shares) {
      const claim = this.#claims.get(claimId)
      if (claim !== undefined) this.#claims.set(claimId, { ...claim, openMicros: claim.openMicros - micros })
    }
  }

  /**
   * Whose a transfer is, only where there is no doubt: by the invoices that are named, paid in full together or one of them in part; else by the customer's
   * number, where the sum is that of one invoice or of all. An amount alone proves nothing.
   */
  match({ remittance, amountMicros, currency, isSure }: Transfer): Match {
    const words = wordsIn(remittance)
    const named = this.#known(words.flatMap((word) => this.#byNumber.get(word) ?? []))
    const candidates = named.length > 0 ? named : this.#known(words.flatMap((word) => this.#byCustomer.get(word) ?? []))
    const tenants = new Set(candidates.map(({ tenantId }) => tenantId))
    const [tenantId] = tenants
    if (tenantId === undefined) return unclear('nothing-named', undefined)
    if (tenants.size > 1) return unclear('several-customers', undefined)
    if (!isSure) return unclear('no-bank-reference', tenantId)
    if (candidates.some((claim) => claim.currency !== currency)) return unclear('other-currency', tenantId)
    const shares = named.length > 0 ? sharesOfNamed(named, amountMicros) : sharesOfCustomer(candidates, amountMicros)
    return shares === undefined ? unclear('amount-differs', tenantId) : { kind: 'matched', tenantId, shares }
  }

  #known(ids: readonly string[]): readonly Claim[] {
    return [...new Set(ids)].flatMap((id) => this.#claims.get(id) ?? [])
  }
}

function unclear(why: Unclear, tenantId: string | undefined): Match {
  return { kind: 'unclear', why, tenantId }
}

function sharesOfNamed(all: readonly Claim[], amount: Micros): readonly Share[] | undefined {
  const named = all.filter(({ openMicros }) => openMicros > 0n)
  const [only, ...others] = named
  if (named.length > 0 && sumOf(named) === amount) return wholly(named)
  const isPart = only !== undefined && others.length === 0 && amount > 0n && amount < only.openMicros
  return isPart ? [{ claimId: only.id, micros: amount }] : undefined
}

function sharesOfCustomer(all: readonly Claim[], amount: Micros): readonly Share[] | undefined {
  const claims = all.filter(({ openMicros }) => openMicros > 0n)
  const exact = claims.filter(({ openMicros }) => openMicros === amount)
  if (exact.length === 1) return wholly(exact)
  return sumOf(claims) === amount ? wholly(claims) : undefined
}

function wholly(claims: readonly Claim[]): readonly Share[] {
  return claims.map(({ id, openMicros }) => ({ claimId: id, micros: openMicros }))
}

function sumOf(claims: readonly Claim[]): Micros {
  return claims.reduce((sum, { openMicros }) => sum + openMicros, 0n)
}

/** Banks break texts where they like: a number may be in four pieces. */
const MAX_PIECES = 4

function wordsIn(text: string): readonly string[] {
  const pieces = text
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((piece) => piece !== '')
  return pieces.flatMap((_piece, first) =>
    Array.from({ length: MAX_PIECES }, (_none, more) => pieces.slice(first, first + more + 1).join('')),
  )
}

function bare(number: string): string {
  return number.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
}
