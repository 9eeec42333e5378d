import type { TalkObserver } from '@klinke/calls'
import { type ApiRoutes, inArea, type ProblemTable } from '@klinke/platform'
import type { DestinationFlows } from '../calls/route-to.ts'
import type { Feature } from '../feature-codes/feature.ts'
import type { CallerNames } from '../phone-books/caller-names.ts'
import { ExtensionPins } from '../pins/extension-pins.ts'
import type { Recorder } from '../recordings/recorder.ts'
import { slices } from './parts.ts'
import type { Attempted, Begin, Dialled, Ended, EventService, Ground, OpenSlice, Replaced } from './slice.ts'

/** What all features together give. */
export interface OpenSlices {
  readonly features: readonly Feature[]
  readonly destinations: readonly DestinationFlows[]
  readonly routes: readonly ApiRoutes[]
  readonly events: readonly EventService[]
  readonly dialled: Dialled
  readonly attempted: Attempted
  readonly begins: readonly Begin[]
  readonly replaced: Replaced
  readonly recorder: Recorder | undefined
  readonly names: CallerNames | undefined
  readonly talks: readonly TalkObserver[]
  readonly ended: Ended
}

/** Every feature, opened. `instead` takes the place of those with that name (tests). */
export function openSlices(services: Ground, instead: Readonly<Record<string, OpenSlice>> = {}): OpenSlices {
  const features: Feature[] = []
  const all = { ...services, features: () => features, pins: new ExtensionPins(services) }
  const opened = slices().map(([name, { area, open }]) => ({ area, ...(instead[name] ?? open?.(all)) }))
  features.push(...opened.flatMap((slice) => slice.features ?? []))
  return {
    features,
    destinations: opened.flatMap(({ destinations }) => destinations ?? []),
    routes: opened.flatMap(({ area, routes }) => (routes === undefined ? [] : inArea(area, routes))),
    recorder: opened.find((slice) => slice.recorder !== undefined)?.recorder,
    names: opened.find((slice) => slice.names !== undefined)?.names,
    talks: opened.flatMap(({ talks }) => talks ?? []),
    events: opened.flatMap(({ events }) => events ?? []),
    ended: (...what) => {
      for (const slice of opened) slice.ended?.(...what)
    },
    dialled: (...what) => {
      for (const slice of opened) slice.dialled?.(...what)
    },
    attempted: (attempt) => {
      const told = opened.flatMap((slice) => slice.attempted?.(attempt) ?? [])
      return async (outcome, call, work) => {
        let now = outcome
        for (const tell of told) now = await tell(now, call, work)
        return now
      }
    },
    begins: opened.flatMap(({ begin }) => begin ?? []),
    replaced: (...what) => {
      for (const slice of opened) slice.replaced?.(...what)
    },
  }
}

/** The errors that the features' routes can give. */
export function sliceProblems(): readonly ProblemTable[] {
  return slices().flatMap(([, { problems }]) => (problems === undefined ? [] : [problems]))
}
