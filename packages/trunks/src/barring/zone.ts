import type { OutboundZone } from '@klinke/accounts'
import { countryRangeOf, GERMANY, germanNumberKind, type NumberKind } from '@klinke/numbering'
import type { Destination } from './level-rules.ts'

/** EU, EEA, Switzerland, the United Kingdom with its islands, and the small states between them. */
const EUROPE: ReadonlySet<string> = new Set(
  [
    'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK',
    'IS LI NO CH GB GG JE IM GI AD MC SM VA FO AX',
  ].flatMap((list) => list.split(' ')),
)

/** A number as the rules see it. `number`: E.164 with `+`, or a German short code. */
export function destinationOf(number: string, areaCode: string | undefined): Destination & { readonly zone: OutboundZone } {
  const digits = number.startsWith('+') ? number.slice(1) : GERMANY + number
  if (digits.startsWith(GERMANY)) {
    const zone = germanZone(germanNumberKind(digits.slice(GERMANY.length)), areaCode)
    return { digits, country: 'DE', countryDigits: GERMANY.length, zone }
  }
  const range = countryRangeOf(number)
  // What nobody has may cost anything.
  if (range === undefined) return { digits, country: undefined, countryDigits: 0, zone: 'networks' }
  const { service, region, prefix } = range
  if (service === undefined) return { digits, country: region, countryDigits: prefix.length, zone: EUROPE.has(region) ? 'europe' : 'world' }
  return { digits, country: undefined, countryDigits: 0, zone: service === 'freephone' ? 'freephone' : 'networks' }
}

function germanZone(kind: NumberKind, areaCode: string | undefined): OutboundZone {
  switch (kind.kind) {
    case 'geographic':
      return kind.areaCode === areaCode ? 'local' : 'national'
    case 'national-subscriber':
      return 'national'
    case 'mobile':
      return 'mobile'
    case 'freephone':
      return 'freephone'
    case 'short-code':
      return kind.service === 'social-value' ? 'freephone' : 'national'
    default:
      return 'service'
  }
}
