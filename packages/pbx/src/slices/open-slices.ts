import type { ProblemTable } from '@klinke/platform'
import { slices } from './parts.ts'
import type { OpenSlice, Services } from './slice.ts'

/** Every feature, opened. `instead` takes the place of those with that name (tests). */
export function openSlices(services: Services, instead: Readonly<Record<string, OpenSlice>> = {}): readonly OpenSlice[] {
  return slices().map(([name, { open }]) => instead[name] ?? open?.(services) ?? {})
}

/** The errors that the features' routes can give. */
export function sliceProblems(): readonly ProblemTable[] {
  return slices().flatMap(([, { problems }]) => (problems === undefined ? [] : [problems]))
}
