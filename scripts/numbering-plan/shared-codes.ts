import type { RegionRow } from './metadata.ts'

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']
/** Area codes of the North American plan have three digits; elsewhere four tell most, and more are asked for where two regions remain. */
const NORTH_AMERICA = '1'
const MAX_PREFIX_DIGITS = 8

/**
 * The prefixes of national numbers that belong to another region than the first of a shared country code (1, 7, 44, …), as few as tell
 * them apart. libphonenumber decides by patterns of whole numbers, so numbers of each prefix are shown to them.
 */
export function sharedRegions(callingCode: string, regions: readonly RegionRow[]): readonly (readonly [prefix: string, region: string])[] {
  const firstLook = callingCode === NORTH_AMERICA ? 3 : 4
  const main = regions[0]?.region
  const found: [string, string][] = []

  /** The regions below a prefix; where they differ, those that are not the main one have been noted in `found`. */
  function look(prefix: string): ReadonlySet<string> {
    const asked = prefix.length >= firstLook ? regionsOfSamples(prefix, regions) : undefined
    if (asked && (asked.size < 2 || prefix.length === MAX_PREFIX_DIGITS)) return asked
    const below = DIGITS.map((digit) => [prefix + digit, look(prefix + digit)] as const)
    const all = new Set(below.flatMap(([, inside]) => [...inside]))
    if (all.size > 1) {
      for (const [child, inside] of below) {
        const [region] = inside
        if (inside.size === 1 && region !== undefined && region !== main) found.push([child, region])
      }
    }
    return all
  }

  look('')
  return found
}

function regionsOfSamples(prefix: string, regions: readonly RegionRow[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const length of new Set(regions.flatMap(({ lengths }) => lengths))) {
    const open = length - prefix.length
    if (open < 1) continue
    for (const first of DIGITS) {
      for (const rest of DIGITS) {
        const region = regionOf(prefix + first + rest.repeat(open - 1), regions)
        if (region) found.add(region)
      }
    }
  }
  return found
}

/** As libphonenumber decides it: the first region whose leading digits or whose types a number matches. */
function regionOf(national: string, regions: readonly RegionRow[]): string | undefined {
  return regions.find(({ leadingDigits, types }) => leadingDigits?.test(national) ?? types.some((type) => type.test(national)))?.region
}
