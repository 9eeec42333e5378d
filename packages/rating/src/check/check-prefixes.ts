import type { TariffData } from '../tariff/tariff-data.ts'
import type { Faults } from './fault.ts'

const PREFIX = /^\+[1-9]\d{0,14}$/

/** Digits after a plus, each once, each of a zone that there is. */
export function checkPrefixes({ prefixes, zones }: TariffData, faults: Faults): void {
  const ids = new Set(zones.map(({ id }) => id))
  const seen = new Set<string>()
  for (const [index, { prefix, zone }] of prefixes.entries()) {
    if (!PREFIX.test(prefix)) faults.add('bad-prefix', `/prefixes/${index}/prefix`, prefix)
    if (seen.has(prefix)) faults.add('duplicate-prefix', `/prefixes/${index}/prefix`, prefix)
    if (!ids.has(zone)) faults.add('unknown-zone', `/prefixes/${index}/zone`, zone)
    seen.add(prefix)
  }
}
