import type { Text } from '@klinke/platform'
import { decimalOf, microsFromDecimal } from '@klinke/rating'
import type { Differences, EffectivePrice, PriceDifference, ZoneDifference, ZonePart } from '../differences.ts'

/** Prices that a mail names one by one; who wants more looks into the portal. */
const MOST_NAMED = 60

/** A version of a tariff that had none: there is nothing to compare it with. */
export const ALL_NEW: Text = { de: 'Alle Gesprächspreise sind neu', en: 'All prices of calls are new' }

const ZONE_WORDS: Readonly<Record<ZonePart, Text>> = {
  order: { de: 'welcher Preis vor den anderen gilt, ändert sich', en: 'which price holds before the others changes' },
  statement: { de: 'wer diese Gespräche berechnet, ändert sich', en: 'who bills these calls changes' },
  kind: { de: 'die Art der Rufnummern ändert sich', en: 'the kind of the numbers changes' },
}

/** What changes for who pays, a line each, net: as the mail about it says. */
export function changesInWords({ zones, prices, prefixes, others }: Differences, currency: string): readonly Text[] {
  const all = [...prices.map((change) => priceChange(change, currency)), ...zones.flatMap(zoneChange)]
  const named = all.slice(0, MOST_NAMED)
  const left = all.length - named.length
  const more: Text = { de: `Weitere Änderungen: ${left}`, en: `Further changes: ${left}` }
  const moved: Text = {
    de: `Vorwahlen, die anders berechnet werden: ${prefixes.length}`,
    en: `Prefixes that are charged otherwise: ${prefixes.length}`,
  }
  const rest: Text = {
    de: 'Auch Zeiten, Pakete oder Regeln der Berechnung ändern sich',
    en: 'Times, bundles or rules of charging change, too',
  }
  return [...named, ...(left > 0 ? [more] : []), ...(prefixes.length > 0 ? [moved] : []), ...(others.length > 0 ? [rest] : [])]
}

function zoneChange({ name, parts }: ZoneDifference): readonly Text[] {
  return parts.map((part) => ({ de: `${name.de}: ${ZONE_WORDS[part].de}`, en: `${name.en}: ${ZONE_WORDS[part].en}` }))
}

function priceChange({ name, before, after }: PriceDifference, currency: string): Text {
  const [old, next] = [priceWords(before, currency), priceWords(after, currency)]
  return { de: `${name.de}: bisher ${old.de}, künftig ${next.de}`, en: `${name.en}: ${old.en} so far, ${next.en} from then on` }
}

function priceWords(price: EffectivePrice | undefined, currency: string): Text {
  if (price === undefined) return { de: 'kein Preis', en: 'no price' }
  const { perMinute, setUp, minimum, increment, periods } = price
  const part = (text: string | undefined, words: (amount: Text) => Text): readonly Text[] =>
    text === undefined ? [] : [words(amount(text, currency))]
  const when = periods?.join(', ')
  const parts: readonly Text[] = [
    ...part(perMinute, ({ de, en }) => ({ de: `${de} je Minute`, en: `${en} a minute` })),
    ...part(setUp, ({ de, en }) => ({ de: `einmalig ${de}`, en: `once ${en}` })),
    ...part(minimum, ({ de, en }) => ({ de: `mindestens ${de}`, en: `at least ${en}` })),
    { de: `Takt ${increment.firstSeconds}/${increment.thenSeconds}`, en: `increment ${increment.firstSeconds}/${increment.thenSeconds}` },
    ...(when === undefined ? [] : [{ de: when, en: when }]),
  ]
  return { de: parts.map(({ de }) => de).join(', '), en: parts.map(({ en }) => en).join(', ') }
}

function amount(text: string, currency: string): Text {
  const micros = microsFromDecimal(text)
  const decimal = micros === undefined ? text : decimalOf(micros)
  return { de: `${decimal.replace('.', ',')} ${currency}`, en: `${currency} ${decimal}` }
}
