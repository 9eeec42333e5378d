import type { Resource } from '@klinke/foundation'
import { type ApiRoutes, inArea, type ProblemTable } from '@klinke/platform'
import type { BillingGround } from './room.ts'
import { ROOMS } from './rooms.ts'

/** All rooms, opened. */
export interface Billing {
  readonly routes: readonly ApiRoutes[]
  readonly problems: readonly ProblemTable[]
  /** Starts what the rooms do by themselves. */
  readonly begin: () => readonly Resource[]
}

/** Opens every room; nothing runs before `begin`. */
export function openBilling(ground: BillingGround): Billing {
  const opened = ROOMS.map(({ area, open }) => ({ area, ...open(ground) }))
  return {
    routes: opened.flatMap(({ area, routes }) => (routes === undefined ? [] : inArea(area, routes))),
    problems: ROOMS.flatMap(({ problems }) => (problems === undefined ? [] : [problems])),
    begin: () => opened.flatMap(({ begin }) => begin?.() ?? []),
  }
}
