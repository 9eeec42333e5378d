import { BoundedMap } from '@klinke/foundation'
import { NUMBER_RANGES } from '@klinke/numbering'
import type { Tx } from '@klinke/platform'
import { type MobilePrefix, type Rounding, readTariff, type Tariff } from '@klinke/rating'
import { type MobilePrefixList, mobilePrefixes, mobilePrefixStamp } from './mobile-prefixes.ts'
import { dataOf, roundingOf } from './tariff-file.ts'
import { findDocument } from './tariff-store.ts'

/** A version of a tariff, ready to rate by. */
export interface Book {
  readonly tariff: Tariff
  readonly rounding: Rounding
}

/** Versions kept in memory; one with 200,000 prefixes takes some 40 MB. */
const MAX_BOOKS = 50

/** What is mobile in Germany by the numbering plan: new ranges cost what mobile numbers cost (BIL-05). */
const GERMAN_MOBILE: readonly MobilePrefix[] = NUMBER_RANGES.filter(({ use }) => use === 'mobile').map(({ prefix }) => ({
  prefix: `+49${prefix}`,
  country: 'DE',
}))

/** Versions of tariffs by id. They never change, so each is read once, and again when other prefixes have become mobile. */
export class TariffBooks {
  readonly #books = new BoundedMap<string, Book>(MAX_BOOKS)
  #mobile: Pick<MobilePrefixList, 'prefixes' | 'stamp'> = { prefixes: [], stamp: '' }

  /** Before books are asked for that have to be as of now. */
  async refresh(tx: Tx): Promise<void> {
    if ((await mobilePrefixStamp(tx)) === this.#mobile.stamp) return
    this.#mobile = await mobilePrefixes(tx)
    this.#books.clear()
  }

  /** Undefined: there is no such version. Throws when what is stored has faults, which no upload lets through. */
  async book(tx: Tx, versionId: string): Promise<Book | undefined> {
    const known = this.#books.get(versionId)
    if (known !== undefined) return known
    const document = await findDocument(tx, versionId)
    if (document === undefined) return undefined
    const read = readTariff(dataOf(document), [...GERMAN_MOBILE, ...this.#mobile.prefixes])
    if (!read.ok) throw new Error(`The stored version ${versionId} of a tariff has faults: ${JSON.stringify(read.error)}`)
    const book = { tariff: read.value, rounding: roundingOf(document) }
    this.#books.set(versionId, book)
    return book
  }
}
