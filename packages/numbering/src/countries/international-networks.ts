import type { CountryRange } from './country.ts'

/** What a network that is in no country is for: satellites cost some euros a minute, 979 what its holder likes. */
export type InternationalService = 'freephone' | 'shared-cost' | 'personal' | 'satellite' | 'network' | 'disaster-relief' | 'premium'

function network(
  callingCode: string,
  service: InternationalService,
  minDigits: number,
  maxDigits: number,
): CountryRange & { readonly service: InternationalService } {
  return { prefix: callingCode, callingCode, region: '001', minDigits, maxDigits, service }
}

/**
 * Country codes that belong to no country (ITU-T E.164, list of assigned country codes).
 * 870 Inmarsat, 881 other satellites, 882 and 883 networks in many countries, 888 the United Nations' relief.
 */
export const INTERNATIONAL_NETWORKS: readonly CountryRange[] = [
  network('800', 'freephone', 8, 8),
  network('808', 'shared-cost', 8, 8),
  network('870', 'satellite', 9, 12),
  network('878', 'personal', 12, 12),
  network('881', 'satellite', 9, 10),
  network('882', 'network', 7, 12),
  network('883', 'network', 8, 12),
  network('888', 'disaster-relief', 11, 11),
  network('979', 'premium', 9, 9),
]
