import type { Slice } from '../slices/slice.ts'
import { scheduleRoutes } from './routes.ts'
import { scheduleProblems } from './rules.ts'
import type { Schedule } from './schedule.ts'
import { loadSchedules } from './store.ts'

/** Opening hours, by their ids. */
export const schedules: Slice<ReadonlyMap<string, Schedule>> = {
  area: 'routing',
  snapshot: { empty: new Map(), tables: ['schedule'], load: loadSchedules },
  problems: scheduleProblems,
  open: ({ database, clock, directory }) => ({ routes: scheduleRoutes(database, clock, directory) }),
}
