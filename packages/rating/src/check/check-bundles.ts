import { coversZone } from '../tariff/covers-zone.ts'
import type { BundleData, TariffData } from '../tariff/tariff-data.ts'
import type { Faults } from './fault.ts'

/** Each bundle gives something somewhere. */
export function checkBundles({ bundles = [], zones }: TariffData, faults: Faults): void {
  const ids = new Set(zones.map(({ id }) => id))
  for (const [index, bundle] of bundles.entries()) {
    const pointer = `/bundles/${index}`
    if (bundles.findIndex(({ id }) => id === bundle.id) < index) faults.add('duplicate-bundle', `${pointer}/id`, bundle.id)
    for (const zone of bundle.zones ?? []) if (!ids.has(zone)) faults.add('unknown-zone', `${pointer}/zones`, zone)
    if (!zones.some((zone) => coversZone(bundle, zone))) faults.add('bundle-without-zone', pointer, bundle.id)
    if (!isSound(bundle)) faults.add('bad-bundle', pointer, bundle.id)
    for (const list of ['origins', 'media'] as const)
      if (bundle[list].length === 0) faults.add('nothing-to-apply-to', `${pointer}/${list}`, bundle.id)
  }
}

function isSound({ seconds, leastSeats = 0 }: BundleData): boolean {
  return [seconds ?? 0, leastSeats].every((count) => Number.isSafeInteger(count) && count >= 0)
}
