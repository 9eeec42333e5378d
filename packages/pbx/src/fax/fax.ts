import type { FaxDestination } from '../destinations/destination.ts'

/** What a tenant has for faxes, as calls see it. */
export interface Fax {
  /** Extensions at which a fax machine is, by their ids. */
  readonly lines: ReadonlySet<string>
  /** Where a fax machine goes that calls one of these numbers and is heard there. */
  readonly numbers: ReadonlyMap<string, FaxDestination>
}

export const NO_FAX: Fax = { lines: new Set(), numbers: new Map() }
