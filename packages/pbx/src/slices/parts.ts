import type { ChangedRows, Tx } from '@klinke/platform'
import { SLICES } from '../slices.ts'
import type { SliceParts } from '../snapshot.ts'
import type { Slice } from './slice.ts'

/** Reads every feature's part for all tenants that `tx` sees; the result gives the parts of one tenant. */
export async function loadParts(tx: Tx): Promise<(tenantId: string) => SliceParts> {
  const loaded = new Map<string, ReadonlyMap<string, unknown>>()
  for (const [name, { snapshot }] of slices()) if (snapshot !== undefined) loaded.set(name, await snapshot.load(tx))
  return (tenantId) => partsOf((name, empty) => loaded.get(name)?.get(tenantId) ?? empty)
}

/** The parts that a change of these rows of one tenant may have changed. */
export async function followParts(tx: Tx, tenantId: string, before: SliceParts, changed: ChangedRows): Promise<Partial<SliceParts>> {
  const parts = new Map<string, unknown>(Object.entries(before))
  const followed: [name: string, part: unknown][] = []
  for (const [name, { snapshot }] of slices()) {
    const own = new Map([...changed].filter(([table]) => snapshot?.tables.includes(table)))
    if (snapshot === undefined || own.size === 0) continue
    const known = [...own.values()].every((keys) => keys !== undefined)
    const part = known ? await snapshot.follow?.(tx, parts.get(name), own) : undefined
    followed.push([name, part ?? (await snapshot.load(tx)).get(tenantId) ?? snapshot.empty])
  }
  // Each entry comes from the slice of that name, which the compiler cannot follow through Object.entries.
  return Object.fromEntries(followed) as Partial<SliceParts>
}

/** The parts of a tenant that uses no feature. */
export function emptyParts(): SliceParts {
  return partsOf((_name, empty) => empty)
}

/** All features by name. */
export function slices(): readonly (readonly [name: string, slice: Slice<unknown>])[] {
  return Object.entries(SLICES)
}

function partsOf(part: (name: string, empty: unknown) => unknown): SliceParts {
  // Each entry comes from the slice of that name, which the compiler cannot follow through Object.entries.
  return Object.fromEntries(slices().map(([name, { snapshot }]) => [name, part(name, snapshot?.empty)])) as SliceParts
}
