import type { Slice } from '../slices/slice.ts'
import { missedCall } from './missed-call.ts'
import { MissedCalls } from './missed-calls.ts'
import { notificationRoutes } from './routes.ts'
import { type Notifications, notificationProblems } from './rules.ts'
import { followNotifications, loadNotifications } from './store.ts'

/** Users are told by mail what they have missed. */
export const notifications: Slice<Notifications> = {
  area: 'extensions',
  snapshot: { empty: new Map(), tables: ['notification_settings'], load: loadNotifications, follow: followNotifications },
  problems: notificationProblems,
  open: ({ database, directory, clock, logger, mail, publicUrl }) => {
    const routes = notificationRoutes(database)
    if (mail === undefined || publicUrl === undefined) return { routes }
    const missed = new MissedCalls({ directory, mail, portal: publicUrl, clock, logger })
    return {
      routes,
      ended: (call, naming) => {
        const one = missedCall(call, naming)
        if (one !== undefined) missed.missed(one)
      },
      begin: () => ({ close: () => missed.close() }),
    }
  },
}
