import type { Slice } from '../slices/slice.ts'
import { type MembershipSwitch, membershipFeatures, membershipsIn } from '../teams/codes.ts'
import { loadTeams } from '../teams/load-teams.ts'
import { teamRoutes } from '../teams/routes.ts'
import { Turns } from '../teams/turns.ts'
import { LiveQueues } from './live-queue.ts'
import { liveQueueRoutes } from './live-view.ts'
import { queueFlow } from './queue-call.ts'
import { type CallQueue, QUEUE_RULES } from './rules.ts'

const SIGN_IN: MembershipSwitch = {
  kind: 'queue',
  name: 'queue-sign-in',
  digits: '42',
  title: { de: 'In Warteschlange anmelden', en: 'Sign in to queue' },
  change: (signedIn) => ({ signedIn }),
}

const PAUSE: MembershipSwitch = {
  kind: 'queue',
  name: 'queue-pause',
  digits: '45',
  title: { de: 'Pause in der Warteschlange', en: 'Pause in queue' },
  change: (paused) => ({ paused }),
}

/** Queues by their ids (ACD-02). */
export const queues: Slice<ReadonlyMap<string, CallQueue>> = {
  snapshot: { empty: new Map(), load: (tx) => loadTeams(tx, QUEUE_RULES) },
  open: ({ database, directory, clock }) => {
    const live = new LiveQueues(clock, new Turns())
    const change = membershipsIn(database)
    return {
      destinations: { targets: { queue: queueFlow(live) } },
      features: [...membershipFeatures(SIGN_IN, change), ...membershipFeatures(PAUSE, change)],
      routes: (api) => {
        teamRoutes(database, QUEUE_RULES)(api)
        liveQueueRoutes(database, directory, live, clock)(api)
      },
    }
  },
}
