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

/** Versions kept in memory that nobody else holds; one with 200,000 prefixes takes some 40 MB. */
const MAX_BOOKS = 50

/** What is mobile in Germany by the numbering plan: new ranges cost what mobile numbers cost (BIL-05). */
export const GERMAN_MOBILE: readonly MobilePrefix[] = NUMBER_RANGES.filter(({ use }) => use === 'mobile').map(({ prefix }) => ({
  prefix: `+49${prefix}`,
  country: 'DE',
}))

/** A version that is here for as long as somebody rates by it. */
interface HeldBook {
  readonly tariff: WeakRef<Tariff>
  readonly rounding: Rounding
}

/**
 * Versions of tariffs by id. They never change, so each is read once, and again when other prefixes have become mobile: those asked for last are kept, and those that
 * somebody holds are never here twice.
 */
export class TariffBooks {
  readonly #recent: BoundedMap<string, Book>
  readonly #held = new Map<string, HeldBook>()
  #mobile: Pick<MobilePrefixList, 'prefixes' | 'stamp'> = { prefixes: [], stamp: '' }

  constructor(most = MAX_BOOKS) {
    this.#recent = new BoundedMap(most)
  }

  /** Before books are asked for that have to be as of now. */
  async refresh(tx: Tx): Promise<void> {
    if ((await mobilePrefixStamp(tx)) === this.#mobile.stamp) return
    this.#mobile = await mobilePrefixes(tx)
    this.#recent.clear()
    this.#held.clear()
  }

  /** Undefined: there is no such version. Throws when what is stored has faults, which no upload lets through. */
  async book(tx: Tx, versionId: string): Promise<Book | undefined> {
    const known = this.#recent.get(versionId) ?? this.#heldBook(versionId)
    if (known !== undefined) return this.#remember(versionId, known)
    const document = await findDocument(tx, versionId)
    if (document === undefined) return undefined
    const read = readTariff(dataOf(document), [...GERMAN_MOBILE, ...this.#mobile.prefixes])
    if (!read.ok) throw new Error(`The stored version ${versionId} of a tariff has faults: ${JSON.stringify(read.error)}`)
    const book = { tariff: read.value, rounding: roundingOf(document) }
    this.#hold(versionId, book)
    return this.#remember(versionId, book)
  }

  #heldBook(versionId: string): Book | undefined {
    const held = this.#held.get(versionId)
    const tariff = held?.tariff.deref()
    return held && tariff && { tariff, rounding: held.rounding }
  }

  #hold(versionId: string, { tariff, rounding }: Book): void {
    for (const [id, each] of this.#held) if (each.tariff.deref() === undefined) this.#held.delete(id)
    this.#held.set(versionId, { tariff: new WeakRef(tariff), rounding })
  }

  /** As the newest, so that what nobody asks for goes first. */
  #remember(versionId: string, book: Book): Book {
    this.#recent.delete(versionId)
    this.#recent.set(versionId, book)
    return book
  }
}
