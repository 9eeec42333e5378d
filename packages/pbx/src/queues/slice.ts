import type { Clock, Logger } from '@klinke/foundation'
import { speak } from '../announcements/speak.ts'
import { queueEvents } from '../event-sources/queue-events.ts'
import { NO_SINK } from '../event-sources/sink.ts'
import type { Begin, OpenSlice, Slice } from '../slices/slice.ts'
import { SoundConverter } from '../sounds/sound-converter.ts'
import { type MembershipSwitch, membershipFeatures, membershipsIn } from '../teams/codes.ts'
import { loadTeams } from '../teams/load-teams.ts'
import { memoryFile } from '../teams/remembered.ts'
import { teamRoutes } from '../teams/routes.ts'
import { Turns } from '../teams/turns.ts'
import { callbackRoutes } from './callback-routes.ts'
import { storedCallbacks } from './callback-store.ts'
import { Callbacks } from './callbacks.ts'
import type { QueueHistory } from './history.ts'
import { LiveQueues, type OnQueue } from './live-queue.ts'
import { liveQueueRoutes } from './live-view.ts'
import type { CallbackStore } from './promised-callback.ts'
import { queueFlow } from './queue-call.ts'
import { queueMemory } from './queue-memory.ts'
import { type CallQueue, QUEUE_RULES } from './rules.ts'
import type { QueueNames } from './sounds.ts'
import { SpokenNames, spokenNamesFolder } from './spoken-names.ts'

const SIGN_IN: MembershipSwitch = {
  kind: 'queue',
  name: 'queue-sign-in',
  digits: '42',
  title: { de: 'In Warteschlange anmelden', en: 'Sign in to queue' },
  change: (signedIn) => ({ signedIn }),
  said: { on: 'agent-logged-in', off: 'agent-logged-out' },
}

const PAUSE: MembershipSwitch = {
  kind: 'queue',
  name: 'queue-pause',
  digits: '45',
  title: { de: 'Pause in der Warteschlange', en: 'Pause in queue' },
  change: (paused) => ({ paused }),
  said: { on: 'agent-paused', off: 'agent-resumed' },
}

/** Queues by their ids (ACD-02). */
export const queues: Slice<ReadonlyMap<string, CallQueue>> = {
  area: 'routing',
  snapshot: { empty: new Map(), tables: ['team', 'team_member'], load: (tx) => loadTeams(tx, QUEUE_RULES) },
  open: ({ database, directory, clock, logger, dataDir, sink = NO_SINK, queueHistory: history }) => {
    const converter = new SoundConverter()
    const convert = (octets: Uint8Array) => converter.convert(octets)
    const names = new SpokenNames({ folder: spokenNamesFolder(dataDir), speak, convert, logger })
    const told = queueEvents(directory, clock, sink)
    const { live, callbacks, ...calls } = openQueues({
      ...{ store: storedCallbacks(database), names, clock, logger, told, history },
      memoryPath: memoryFile(dataDir, 'queues'),
    })
    const change = membershipsIn(database)
    return {
      ...calls,
      features: [...membershipFeatures(SIGN_IN, change), ...membershipFeatures(PAUSE, change)],
      replaced: (now, before) => names.follow(now, before),
      routes: (api) => {
        teamRoutes(database, QUEUE_RULES)(api)
        liveQueueRoutes(database, directory, live, clock)(api)
        callbackRoutes(database, callbacks)(api)
      },
    }
  },
}

/** What the part of it that calls see stands on. */
export interface QueuesParts {
  readonly store: CallbackStore
  readonly names: QueueNames
  readonly clock: Clock
  readonly logger: Logger
  /** Told of each change of a queue. */
  readonly told?: OnQueue
  /** Keeps what the queues have done; absent: nobody does. */
  readonly history?: QueueHistory | undefined
  /** The file in which turns and wrap-up time outlive a restart; absent: they do not. */
  readonly memoryPath?: string
}

/** The part of it that calls see. */
export function openQueues({
  store,
  names,
  clock,
  logger,
  told,
  history,
  memoryPath,
}: QueuesParts): OpenSlice & { readonly live: LiveQueues; readonly callbacks: Callbacks } {
  let changed: () => void = () => undefined
  const live = new LiveQueues(clock, new Turns(() => changed()), names, told, history)
  const callbacks = new Callbacks({ queues: live, store, clock, logger })
  const memory = memoryPath === undefined ? undefined : queueMemory(live, memoryPath, clock, logger)
  if (memory !== undefined) changed = () => memory.changed()
  const begin: Begin = (work) => {
    const opened = [callbacks.begin(work), ...(memory === undefined ? [] : [memory.begin()])]
    return { close: async (reason) => void (await Promise.all(opened.map(async (each) => each.close(reason)))) }
  }
  return { live, callbacks, destinations: { targets: { queue: queueFlow(live, callbacks) } }, begin }
}
