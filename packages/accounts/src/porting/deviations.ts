import type { RejectionCode } from './cases.ts'
import type { Holder } from './message.ts'

/** What we know of the customer. */
export interface Known {
  readonly name: string
  /** Where the number is; undefined: nobody has said. */
  readonly address: Omit<Holder, 'name'> | undefined
}

/** A field of the form that says something else than the contract. */
export interface Deviation {
  readonly field: keyof Holder
  readonly given: string
  readonly known: string
}

/**
 * What the form says otherwise than we know it: before it is sent, because the other carrier would refuse it, and of requests of others, to answer them (ORD-03).
 * Case, spaces, "straße" and "str." make no difference.
 */
export function deviations(holder: Holder, { name, address }: Known): readonly Deviation[] {
  const known: Readonly<Record<keyof Holder, string | undefined>> = {
    ...{ street: undefined, houseNumber: undefined, postalCode: undefined, city: undefined },
    ...address,
    name,
  }
  const fields = ['name', 'street', 'houseNumber', 'postalCode', 'city'] as const
  return fields.flatMap((field) => {
    const [given, expected] = [holder[field], known[field]]
    return expected === undefined || plain(given) === plain(expected) ? [] : [{ field, given, known: expected }]
  })
}

/** The codes by which a request that deviates so would be refused. */
export function codesFor(found: readonly Deviation[]): readonly RejectionCode[] {
  const isOther = found.some(({ field }) => field === 'name')
  const isElsewhere = found.some(({ field }) => field !== 'name')
  return [...(isOther ? (['AIF'] as const) : []), ...(isElsewhere ? (['ADF'] as const) : [])]
}

function plain(text: string): string {
  return text
    .toLocaleLowerCase('de')
    .replaceAll('ß', 'ss')
    .replace(/str(asse|\.)(?=$|\s)/g, 'str')
    .replace(/[\s.,-]+/g, '')
}
