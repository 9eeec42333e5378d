import { checkTariff, checkVersions, faultWords, type TariffFault } from '@klinke/rating'
import { z } from 'zod'
import { dataOf, type TariffDocument } from '../rated-calls/tariff-file.ts'

/** A fault with the row that it is in. */
export const placedFault = z.object({
  kind: z.string(),
  pointer: z.string().describe('In the document of the version (RFC 6901)'),
  text: z.object({ de: z.string(), en: z.string() }),
  zone: z.string().nullable().describe('Id of the zone; null: it is in none'),
  row: z.int().nullable().describe('Place among the prices of the zone, from 0'),
  field: z.string().nullable().describe('Such as perMinute'),
  prefix: z.string().nullable(),
})

/** First and last day of a version. */
export interface Days {
  readonly validFrom: string
  readonly validUntil?: string | undefined
  readonly currency: string
}

/** All that is wrong with a draft, by itself and between the other versions of its tariff: gaps and overlaps. */
export function faultsOfDraft(document: TariffDocument, others: readonly Days[]): readonly z.infer<typeof placedFault>[] {
  const own = checkTariff(dataOf(document)).map((fault) => placed(fault, document))
  const days = ({ validFrom, validUntil, currency }: Days) => ({ validFrom, currency, ...(validUntil !== undefined && { validUntil }) })
  const between = checkVersions([...others.map(days), days(document)])
  return [...own, ...between.map((fault) => ({ ...placed({ ...fault, pointer: '/validFrom' }, document) }))]
}

function placed(fault: TariffFault, { zones, prefixes }: TariffDocument): z.infer<typeof placedFault> {
  const [part, place = '', list, row, field] = fault.pointer.slice(1).split('/')
  const { kind, pointer } = fault
  const { de, en } = faultWords(fault)
  const at = { kind, pointer, text: { de, en }, zone: null, row: null, field: null, prefix: null }
  if (part === 'zones') {
    const zone = zones[Number(place)]?.id ?? null
    return list === 'prices'
      ? { ...at, zone, row: row === undefined ? null : Number(row), field: field ?? null }
      : { ...at, zone, field: list ?? null }
  }
  if (part === 'prefixes') {
    const found = prefixes[Number(place)]
    return { ...at, zone: found?.zone ?? null, prefix: found?.prefix ?? null, field: list ?? null }
  }
  return { ...at, field: part ?? null }
}
