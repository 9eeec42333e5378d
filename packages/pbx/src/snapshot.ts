import type { Directory, TenantSnapshot } from '@klinke/accounts'
import type { Slice } from './slices/slice.ts'
import type { SLICES } from './slices.ts'

type PartOf<S> = S extends Slice<infer Part> ? Part : never

/** What each feature adds, under its name in `SLICES`. */
export type SliceParts = { readonly [Name in keyof typeof SLICES]: PartOf<(typeof SLICES)[Name]> }

/** One tenant's configuration as calls in its PBX read it: immutable, replaced whole when anything in it changes. */
export interface PbxSnapshot extends TenantSnapshot, SliceParts {}

/** The directory with what the PBX knows of its tenants. */
export interface PbxDirectory extends Directory {
  tenant(id: string): PbxSnapshot | undefined
  tenantByDomain(sipDomain: string): PbxSnapshot | undefined
  tenantByNumber(e164: string): PbxSnapshot | undefined
  tenants(): Iterable<PbxSnapshot>
  readonly forHelp?: Pick<PbxDirectory, 'tenant' | 'tenantByDomain' | 'tenantByNumber'>
}
