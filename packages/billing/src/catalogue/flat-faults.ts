import type { PathFault } from './fault.ts'
import type { ProductItem } from './item.ts'
import type { ProfileFile } from './profile-file.ts'

const SECONDS_PER_MINUTE = 60

type Flat = NonNullable<ProductItem['flat']>
type Covered = Flat['covers'][number]
type Bundle = NonNullable<NonNullable<ProfileFile['tariff']>['bundles']>[number]

const KIND_OF: Readonly<Record<Covered, Bundle['kinds']>> = { fixed: ['geographic'], mobile: ['mobile'] }

/**
 * What an item says a flat rate covers is what customers read; what calls cost, the bundles of the tariff say. Both say the same (BIL-04): for each network that is
 * covered one bundle, with its countries, minutes and conditions.
 */
export function flatFaults({ items, tariff }: ProfileFile): readonly PathFault[] {
  // Somebody else bills the calls.
  if (tariff === undefined) return []
  return items.flatMap((item, index) => (item.flat === undefined ? [] : faultsOf(item, item.flat, index, tariff.bundles ?? [])))
}

function faultsOf(item: ProductItem, flat: Flat, index: number, bundles: readonly Bundle[]): readonly PathFault[] {
  const own = bundles.flatMap((bundle, place) => ((bundle.item ?? bundle.id) === item.id ? [{ bundle, place }] : []))
  const missing = flat.covers.filter((covered) => !own.some(({ bundle }) => isFor(bundle, covered)))
  return [
    ...missing.map((covered) => ({
      at: ['items', index, 'flat', 'covers'],
      text: {
        en: `covers "${covered}", and no bundle of the tariff does for the item "${item.id}"; add one with kinds: [${KIND_OF[covered]}]`,
        de: `umfasst „${covered}“, aber kein Paket des Tarifs tut es für die Position „${item.id}“; nehmen Sie eines mit kinds: [${KIND_OF[covered]}] auf`,
      },
    })),
    ...own.flatMap(({ bundle, place }) =>
      differences(item, flat, bundle).map(([key, should]) => ({
        at: ['tariff', 'bundles', place, key],
        text: {
          en: `must be ${should}, as the flat rate of the item "${item.id}" says`,
          de: `muss ${should} sein, wie es die Flatrate der Position „${item.id}“ sagt`,
        },
      })),
    ),
  ]
}

function isFor({ kinds }: Bundle, covered: Covered): boolean {
  return isSame(kinds, KIND_OF[covered])
}

/** Keys of a bundle that are otherwise than its flat rate says, and how they should be. */
function differences(
  { follows, requires }: ProductItem,
  flat: Flat,
  bundle: Bundle,
): readonly (readonly [key: keyof Bundle, should: string])[] {
  const covered = flat.covers.find((each) => isFor(bundle, each))
  if (covered === undefined) return [['kinds', flat.covers.map((each) => `[${KIND_OF[each]}]`).join(' / ')]]
  const minutes = flat.fairUseMinutes[covered]
  const seconds = minutes === undefined ? null : minutes * SECONDS_PER_MINUTE
  const least = requires !== undefined && requires.item === follows ? requires.quantity : undefined
  return [
    ...differs('countries', isSame(bundle.countries, flat.countries), `[${flat.countries}]`),
    // Further zones by their names would be more than what is covered.
    ...differs('zones', (bundle.zones ?? []).length === 0, '[]'),
    ...differs('seconds', bundle.seconds === seconds, String(seconds)),
    ...differs('of', bundle.of === 'each-seat', 'each-seat'),
    ...differs('origins', bundle.origins.includes('forwarded') === flat.forwarding, flat.forwarding ? '[own, forwarded]' : '[own]'),
    ...differs('media', !flat.voiceOnly || isSame(bundle.media, ['voice']), '[voice]'),
    ...differs('allSeats', follows === undefined || bundle.allSeats === true, 'true'),
    ...differs('leastSeats', (bundle.leastSeats ?? 0) === (least ?? 0), String(least ?? 0)),
  ]
}

function differs(key: keyof Bundle, isRight: boolean, should: string): readonly (readonly [keyof Bundle, string])[] {
  return isRight ? [] : [[key, should]]
}

function isSame(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  const [first, second] = [new Set(one), new Set(other)]
  return first.size === second.size && first.isSubsetOf(second)
}
