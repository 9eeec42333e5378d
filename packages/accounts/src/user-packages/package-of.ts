import type { Extension, TenantProfile } from '../snapshot.ts'
import { NoSuchUserPackage, type PackageFeature } from './user-package.ts'

/**
 * The package that an extension gets: the one that is named, or the first of the product; null: the product has none. Throws `NoSuchUserPackage`.
 */
export function packageFor({ userPackages = [] }: Pick<TenantProfile, 'userPackages'>, wanted: string | null | undefined): string | null {
  if (wanted === null || wanted === undefined) return userPackages[0]?.id ?? null
  if (!userPackages.some(({ id }) => id === wanted)) throw new NoSuchUserPackage(wanted, userPackages)
  return wanted
}

/** The profile as it holds for an extension: with the limits of its package. */
export function profileFor(profile: TenantProfile, { userPackage }: Pick<Extension, 'userPackage'>): TenantProfile {
  const limits = packageIn(profile, userPackage)?.limits
  if (limits === undefined) return profile
  return { ...profile, ...Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined)) }
}

/** Whether an extension has a feature by its package. Who has no package has everything. */
export function mayUse(profile: TenantProfile, { userPackage }: Pick<Extension, 'userPackage'>, feature: PackageFeature): boolean {
  const features = packageIn(profile, userPackage)?.features
  return features === undefined || features.includes(feature)
}

function packageIn({ userPackages = [] }: TenantProfile, id: string | undefined) {
  return id === undefined ? undefined : userPackages.find((each) => each.id === id)
}
