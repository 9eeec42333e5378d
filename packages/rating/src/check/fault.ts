/** What can be wrong with a tariff. */
export const TARIFF_FAULTS = [
  ...['no-such-time-zone', 'no-such-date', 'no-such-time', 'ends-before-it-begins', 'period-overlap', 'unknown-period', 'duplicate-period'],
  ...['not-an-amount', 'negative-price', 'bad-increment', 'no-price', 'price-gap', 'bad-longest', 'not-in-euros'],
  ...['bad-prefix', 'duplicate-prefix', 'unknown-zone', 'duplicate-zone'],
  ...['bundle-without-zone', 'duplicate-bundle', 'bad-bundle', 'nothing-to-apply-to'],
  ...['version-gap', 'version-overlap', 'other-currency'],
] as const
export type TariffFaultKind = (typeof TARIFF_FAULTS)[number]

export interface TariffFault {
  readonly kind: TariffFaultKind
  /** Where in the data (RFC 6901). */
  readonly pointer: string
  /** What is there, or what is meant: a prefix, a zone with day and time. */
  readonly value: string
}

/** So many are told at most; whoever has more mends these first. */
export const MAX_FAULTS = 100

/** Collects faults up to the limit. */
export class Faults {
  readonly #list: TariffFault[] = []

  get list(): readonly TariffFault[] {
    return this.#list
  }

  add(kind: TariffFaultKind, pointer: string, value: string): void {
    if (this.#list.length < MAX_FAULTS) this.#list.push({ kind, pointer, value })
  }
}
