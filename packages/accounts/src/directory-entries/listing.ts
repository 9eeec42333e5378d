import { areaCodeOf } from '@klinke/numbering'
import type { EntryForm } from './entry.ts'
import { isListed } from './entry.ts'

/** What the publisher is told of an entry: flat texts, as they stand in its file. */
export interface Listing {
  /** Without the leading 0. */
  readonly areaCode: string
  /** Behind the area code; of a block its stem. */
  readonly number: string
  readonly extension: string
  readonly use: EntryForm['use']
  readonly kind: EntryForm['kind']
  readonly name: string
  readonly firstName: string
  readonly title: string
  readonly historicName: string
  readonly searchWord: string
  readonly profession: string
  readonly street: string
  readonly houseNumber: string
  readonly postalCode: string
  readonly city: string
  readonly correspondence: string
  readonly printed: EntryForm['printed']
  readonly electronic: boolean
  readonly inquiry: EntryForm['inquiry']
  readonly inverseSearch: boolean
  readonly validFrom: string
  readonly validUntil: string
}

/** The parts of the number: the size is that of its range. */
export function numberParts(e164: string, size: number): Pick<Listing, 'areaCode' | 'number'> {
  const stem = e164.slice(0, e164.length - (String(size).length - 1))
  const national = stem.startsWith('+49') ? stem.slice(3) : stem
  const areaCode = areaCodeOf(national)?.areaCode ?? ''
  return { areaCode, number: national.slice(areaCode.length) }
}

/** Undefined: nobody is to know of it, or its time is over. */
export function listingOf(entry: EntryForm, size: number, today: string): Listing | undefined {
  if (!isListed(entry) || (entry.validUntil !== null && entry.validUntil < today)) return undefined
  const { address, correspondence: to } = entry
  const place = to === null ? '' : [to.name, `${to.street} ${to.houseNumber}`.trim(), `${to.postalCode} ${to.city}`].join(', ')
  return {
    ...numberParts(entry.subscriberNumber, size),
    ...{ extension: entry.extension ?? '', use: entry.use, kind: entry.kind, name: entry.name, firstName: entry.firstName },
    ...{ title: entry.title, historicName: entry.historicName, searchWord: entry.searchWord, profession: entry.profession },
    ...{ street: address.street, houseNumber: address.houseNumber, postalCode: address.postalCode, city: address.city },
    ...{ correspondence: place, printed: entry.printed, electronic: entry.electronic, inquiry: entry.inquiry },
    ...{ inverseSearch: entry.inverseSearch, validFrom: entry.validFrom, validUntil: entry.validUntil ?? '' },
  }
}

export type ListingChange =
  | { readonly kind: 'create' | 'change'; readonly entryId: string; readonly tenantId: string; readonly listing: Listing }
  /** `listing`: as the publisher knows it. */
  | { readonly kind: 'delete'; readonly entryId: string; readonly tenantId: string; readonly listing: Listing }

export interface Held {
  readonly tenantId: string
  readonly listing: Listing
}

/** What the publisher, who knows `told`, has to be told for it to know `wanted`; by entry ids. Each change once, in the order of the ids. */
export function changesBetween(told: ReadonlyMap<string, Held>, wanted: ReadonlyMap<string, Held>): readonly ListingChange[] {
  const ids = [...new Set([...told.keys(), ...wanted.keys()])].toSorted()
  return ids.flatMap((entryId): readonly ListingChange[] => {
    const [before, after] = [told.get(entryId), wanted.get(entryId)]
    if (after === undefined) return before === undefined ? [] : [{ kind: 'delete', entryId, ...before }]
    if (before === undefined) return [{ kind: 'create', entryId, ...after }]
    return isSame(before.listing, after.listing) ? [] : [{ kind: 'change', entryId, ...after }]
  })
}

function isSame(one: Listing, other: Listing): boolean {
  return LISTING_KEYS.every((key) => one[key] === other[key])
}

const LISTING_KEYS = [
  ...([
    'areaCode',
    'number',
    'extension',
    'use',
    'kind',
    'name',
    'firstName',
    'title',
    'historicName',
    'searchWord',
    'profession',
  ] as const),
  ...(['street', 'houseNumber', 'postalCode', 'city', 'correspondence', 'printed', 'electronic', 'inquiry', 'inverseSearch'] as const),
  ...(['validFrom', 'validUntil'] as const),
] satisfies readonly (keyof Listing)[]
