import { addressOn, emergencyLine, germanDay } from '@klinke/accounts'
import type { PbxSnapshot } from '../snapshot.ts'

/** Extensions of one customer that are listed. */
const MAX_LISTED = 1_000

export const UNFINDABLE = ['no-site', 'address-missing', 'geographic-number-missing'] as const

export interface Unfindable {
  readonly extensionId: string
  readonly number: string
  readonly name: string
  readonly site: string | null
  readonly flaws: readonly (typeof UNFINDABLE)[number][]
}

export interface Readiness {
  readonly tenantId: string
  readonly tenantName: string
  /** New extensions are made at valid sites only. */
  readonly requiresValidSite: boolean
  readonly extensions: number
  /** Those that help would not find, or not surely. */
  readonly unfindable: readonly Unfindable[]
}

/** Which extensions of a customer 110 and 112 would not find: those of before sites were asked for. */
export function readinessOf(tenant: PbxSnapshot, epochMs: number): Readiness {
  const day = germanDay(epochMs)
  const unfindable: Unfindable[] = []
  for (const extension of tenant.extensions.values()) {
    const { site, isOfSite } = emergencyLine(tenant, extension)
    const flaws: Unfindable['flaws'] =
      site === undefined
        ? ['no-site']
        : [
            ...(addressOn(site.addresses, day) === undefined ? (['address-missing'] as const) : []),
            ...(isOfSite ? [] : (['geographic-number-missing'] as const)),
          ]
    if (flaws.length === 0) continue
    const { id: extensionId, number, name } = extension
    unfindable.push({ extensionId, number, name, site: site?.name ?? null, flaws })
    if (unfindable.length === MAX_LISTED) break
  }
  const { id: tenantId, name: tenantName, profile, extensions } = tenant
  return { tenantId, tenantName, requiresValidSite: profile.requireValidSite === true, extensions: extensions.size, unfindable }
}
