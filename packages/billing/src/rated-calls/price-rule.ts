import type { Database, Text } from '@klinke/platform'
import { decimalOf, type Piece, type Price, type Rated, type Rating, type Tariff } from '@klinke/rating'
import { z } from 'zod'
import { SINCE_EVER } from './profile-tariffs.ts'
import type { TariffBooks } from './tariff-books.ts'
import { namesOfVersions, type VersionName } from './tariff-store.ts'

const text = z.object({ de: z.string(), en: z.string() })
const decimal = z.string().describe('Net; decimal with two to six places')

/** A part of a call at one price. */
export const stepView = z.object({
  fromSecond: z.int().describe('Of the connection'),
  seconds: z.int().describe('Billed: in whole increments'),
  increment: z
    .object({ firstSeconds: z.int(), thenSeconds: z.int() })
    .nullable()
    .describe('60 and 60: each started minute; 1 and 1: by the second; null: the version is gone'),
  perMinute: decimal,
  setUp: decimal.describe('Once for the connection'),
  minimum: decimal.nullable().describe('The least that a connection costs to which no bundle gives anything; null: the version is gone'),
  period: z.string().nullable().describe('Name of the time of the week; null: the price holds always'),
  bundles: z.array(z.object({ name: text, seconds: z.int() })).describe('What bundles gave of it'),
})

/** The rule that priced a call (BIL-03, BIL-04, BIL-05). */
export const priceRuleView = z
  .object({
    tariff: z.string().nullable().describe('null: it is gone'),
    validFrom: z.iso.date().nullable().describe('First day of the version; null: it holds since ever, as those of contracts do'),
    zone: text,
    prefix: z.string().describe('The longest that the number begins with, cut as the number is'),
    isInherited: z.boolean().describe('A new mobile prefix, with the price of its country (BIL-05)'),
    steps: z.array(stepView).describe('Parts of the call at one price each; none: somebody else bills it (BIL-10)'),
  })
  .nullable()
  .describe('null: no tariff has priced it')

/** The versions of tariffs that have priced a call. */
export interface PricedBy {
  readonly tariffOf: (version: string) => Tariff | undefined
  readonly nameOf: (version: string) => VersionName | undefined
}

/** Reads the versions by which a call was rated. */
export async function pricedBy(database: Pick<Database, 'withOperator'>, books: TariffBooks, rating: Rating): Promise<PricedBy> {
  const versions = rating.outcome === 'rated' ? [...new Set([rating.version, ...rating.pieces.map(({ version }) => version)])] : []
  const tariffs = new Map<string, Tariff | undefined>()
  const names = await database.withOperator(async (tx) => {
    for (const version of versions) tariffs.set(version, (await books.book(tx, version))?.tariff)
    return namesOfVersions(tx, versions)
  })
  return { tariffOf: (version) => tariffs.get(version), nameOf: (version) => names.get(version) }
}

export function viewOfRule(rating: Rating, by: PricedBy): z.infer<typeof priceRuleView> {
  if (rating.outcome !== 'rated') return null
  const { zone, prefix, isInherited, version, pieces } = rating
  const name = by.nameOf(version)
  return {
    ...{ tariff: name?.tariff ?? null, validFrom: name === undefined || name.validFrom === SINCE_EVER ? null : name.validFrom },
    ...{ zone: textOf(by.tariffOf(version)?.zones.get(zone)?.name, zone), prefix, isInherited },
    steps: pieces.filter(({ row }) => row !== undefined).map((piece) => viewOfStep(piece, rating, by)),
  }
}

function viewOfStep(piece: Piece, { zone }: Rated, { tariffOf }: PricedBy): z.infer<typeof stepView> {
  const { fromSecond, seconds, version, row, period = null, microsPerMinute, setUp, taken } = piece
  const tariff = tariffOf(version)
  const price: Price | undefined = tariff?.zones.get(zone)?.prices.find((each) => each.row === row)
  return {
    ...{ fromSecond, seconds, perMinute: decimalOf(microsPerMinute), setUp: decimalOf(setUp), period },
    increment: price === undefined ? null : { firstSeconds: price.firstSeconds, thenSeconds: price.thenSeconds },
    minimum: price === undefined ? null : decimalOf(price.minimum),
    bundles: taken.map(({ bundle, seconds: given }) => ({ name: textOf(tariff?.bundles.get(bundle)?.name, bundle), seconds: given })),
  }
}

/** What is gone has its id. */
function textOf(name: Text | undefined, id: string): Text {
  return name === undefined ? { de: id, en: id } : { de: name.de, en: name.en }
}
