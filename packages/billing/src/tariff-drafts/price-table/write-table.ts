import { writeCsv } from '@klinke/platform'
import type { TariffDocument } from '../../rated-calls/tariff-file.ts'
import { LIST_SEPARATOR, PREFIX_FIELDS, PRICE_FIELDS, type PriceField } from './fields.ts'

type Zone = TariffDocument['zones'][number]
type Price = Zone['prices'][number]

/** All prices as CSV, with commas in amounts, as `readPriceTable` takes them again. */
export function pricesCsv({ zones }: TariffDocument): string {
  const rows = zones.flatMap((zone) =>
    zone.prices.length === 0 ? [rowOf(zone, undefined)] : zone.prices.map((price) => rowOf(zone, price)),
  )
  return writeCsv(titlesOf(PRICE_FIELDS), rows)
}

/** All prefixes as CSV. */
export function prefixesCsv({ prefixes }: TariffDocument): string {
  return writeCsv(
    titlesOf(PREFIX_FIELDS),
    prefixes.map(({ prefix, zone }) => [prefix, zone]),
  )
}

function titlesOf(fields: readonly { readonly titles: readonly string[] }[]): readonly string[] {
  return fields.map(({ titles }) => titles[0] ?? '')
}

function rowOf({ id, name, kind, country, statement }: Zone, price: Price | undefined): readonly string[] {
  const increment = price?.increment
  const cells: Readonly<Record<PriceField, string | undefined>> = {
    ...{ zone: id, de: name.de, en: name.en, kind, country, statement },
    ...{ perMinute: amount(price?.perMinute), setUp: amount(price?.setUp), minimum: amount(price?.minimum) },
    increment: increment && `${increment.firstSeconds}/${increment.thenSeconds}`,
    ...{ periods: list(price?.periods), origins: list(price?.origins), media: list(price?.media), callers: list(price?.callers) },
  }
  return PRICE_FIELDS.map(({ name: field }) => cells[field] ?? '')
}

function amount(text: string | undefined): string | undefined {
  return text?.replace('.', ',')
}

function list(values: readonly string[] | undefined): string | undefined {
  return values?.join(LIST_SEPARATOR)
}
