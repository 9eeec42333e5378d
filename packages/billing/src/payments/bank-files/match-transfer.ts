import type { Micros } from '@klinke/rating'
import type { OpenItemKind } from '../open-items/store.ts'
import type { Transfer } from './bank-file.ts'

/** Something that waits for money, as a payer may name it. */
export interface Claim {
  readonly id: string
  readonly tenantId: string
  readonly kind: OpenItemKind
  /** Of the invoice. */
  readonly number: string
  /** Of the invoice that a fee is for. */
  readonly feeOf?: string | null
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
  readonly #feesOf: ReadonlyMap<string, readonly string[]>

  /** Paid ones may be among them: who pays twice is recognised. */
  constructor(claims: readonly Claim[]) {
    this.#claims = new Map(claims.map((claim) => [claim.id, claim]))
    this.#byNumber = new Map(claims.map((claim) => [bare(claim.number), claim.id]))
    const byCustomer = Map.groupBy(claims, ({ customerNumber }) => bare(customerNumber))
    this.#byCustomer = new Map([...byCustomer].map(([number, own]) => [number, own.map(({ id }) => id)]))
    const byFee = Map.groupBy(claims, ({ feeOf }) => feeOf ?? '')
    this.#feesOf = new Map([...byFee].map(([number, fees]) => [number, fees.map(({ id }) => id)]))
  }

  /** These are paid by a transfer: the next one finds less open. */
  settle(shares: readonly Share[]): void {
    for (const { claimId, micros } of shares) {
      const claim = this.#claims.get(claimId)
      if (claim !== undefined) this.#claims.set(claimId, { ...claim, openMicros: claim.openMicros - micros })
    }
  }

  /**
   * Whose a transfer is, only where there is no doubt: by the invoices that are named, paid in full together, with their fees or without, or one of
   * them in part; else by the customer's number, where the sum is that of one invoice or of all. An amount alone proves nothing.
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
    const shares = named.length > 0 ? sharesOfNamed(named, this.#feesFor(named), amountMicros) : sharesOfCustomer(candidates, amountMicros)
    return shares === undefined ? unclear('amount-differs', tenantId) : { kind: 'matched', tenantId, shares }
  }

  #feesFor(named: readonly Claim[]): readonly Claim[] {
    return this.#known(named.flatMap(({ number }) => this.#feesOf.get(number) ?? [])).filter((fee) => !named.includes(fee))
  }

  #known(ids: readonly string[]): readonly Claim[] {
    return [...new Set(ids)].flatMap((id) => this.#claims.get(id) ?? [])
  }
}

function unclear(why: Unclear, tenantId: string | undefined): Match {
  return { kind: 'unclear', why, tenantId }
}

function sharesOfNamed(all: readonly Claim[], fees: readonly Claim[], amount: Micros): readonly Share[] | undefined {
  const [named, open] = [all.filter(isOpen), fees.filter(isOpen)]
  const [only, ...others] = named
  // What letters of dunning ask for is the invoice with their own fees; who looks into the portal finds those of returned debits, too.
  const together = [named, [...named, ...open.filter(({ kind }) => kind === 'dunning-fee')], [...named, ...open]]
  const exact = together.find((claims) => claims.length > 0 && sumOf(claims) === amount)
  if (exact !== undefined) return wholly(exact)
  const isPart = only !== undefined && others.length === 0 && amount > 0n && amount < only.openMicros
  return isPart ? [{ claimId: only.id, micros: amount }] : undefined
}

function sharesOfCustomer(all: readonly Claim[], amount: Micros): readonly Share[] | undefined {
  const claims = all.filter(isOpen)
  const exact = claims.filter(({ openMicros }) => openMicros === amount)
  if (exact.length === 1) return wholly(exact)
  return sumOf(claims) === amount ? wholly(claims) : undefined
}

function isOpen({ openMicros }: Claim): boolean {
  return openMicros > 0n
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
