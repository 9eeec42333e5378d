import type { Slice } from '../slices/slice.ts'
import { type HotDesking, NO_HOT_DESKING } from './hot-desks.ts'
import { keepHours, storedLogOut } from './keep-hours.ts'
import { type HotDeskStore, hotDeskFeatures } from './log-in-call.ts'
import { hotDeskRoutes } from './routes.ts'
import { hotDeskProblems } from './rules.ts'
import { loadHotDesking, logIn, logOut } from './store.ts'

/** Extensions that log in at shared phones (DEV-05). */
export const hotDesking: Slice<HotDesking> = {
  area: 'extensions',
  snapshot: { empty: NO_HOT_DESKING, tables: ['hot_desk_settings', 'shared_phone', 'extension_pin'], load: loadHotDesking },
  problems: hotDeskProblems,
  open: ({ database, directory, clock, logger, pins }) => {
    const store: HotDeskStore = {
      logIn: async (tenantId, phoneId, userId, replace) => {
        await database.withTenant(tenantId, (tx) => logIn(tx, { phoneId, userId, replace, atMs: clock.epochMs() }))
      },
      logOut: (tenantId, phoneId) => database.withTenant(tenantId, (tx) => logOut(tx, phoneId)),
    }
    keepHours({ directory, clock, logger, logOut: storedLogOut(database) })
    return { features: hotDeskFeatures(store, pins), routes: hotDeskRoutes(database, clock, pins) }
  },
}
