import { token } from '@klinke/foundation'
import { DialogTable } from '../dialog/dialog-table.ts'
import { Subscriber } from '../subscription/subscriber.ts'
import { DEFAULT_TIMER_VALUES, type TimerValues } from '../transaction/timers.ts'
import { TransactionLayer } from '../transaction/transaction-layer.ts'
import { LargeRequests } from '../transport/large-requests.ts'
import { Agent } from './agent.ts'
import { type Core, TAG_CHARACTERS } from './core.ts'
import { SHORTEST_SESSION_SECONDS } from './session-timer.ts'
import type { SipStack, SipStackOptions, SipStackStatistics } from './sip-stack.ts'
import { UsageCount } from './usage-count.ts'
import type { HeaderField } from './user-agent.ts'

const DEFAULT_MAX_HALF_OPEN = 10_000
const DEFAULT_RETRY_AFTER_SECONDS = 10

/** Puts the layers of RFC 3261 §5 on top of each other: transport, transactions, dialogs, user agent. */
export function createSipStack(options: SipStackOptions): SipStack {
  const { settings = {}, transport, clock, random, logger } = options
  const timers: TimerValues = {
    t1Ms: settings.t1Ms ?? DEFAULT_TIMER_VALUES.t1Ms,
    t2Ms: settings.t2Ms ?? DEFAULT_TIMER_VALUES.t2Ms,
    t4Ms: settings.t4Ms ?? DEFAULT_TIMER_VALUES.t4Ms,
  }
  const limits = {
    maxHalfOpen: settings.maxHalfOpenTransactions ?? DEFAULT_MAX_HALF_OPEN,
    retryAfterSeconds: settings.retryAfterSeconds ?? DEFAULT_RETRY_AFTER_SECONDS,
  }
  const agent = new Agent()
  const layer = new TransactionLayer({ clock, transport, timers }, random, logger, limits, agent)
  const core = coreOf(options, layer, timers, limits.retryAfterSeconds)
  agent.attach(core)
  return {
    userAgent: agent,
    receiver: layer,
    serve: (handler) => agent.serve(handler),
    notify: (notifierPackage) => agent.packages.register(notifierPackage),
    subscribe: (subscription) => new Subscriber(core, subscription),
    drain: () => {
      agent.drain()
      return core.calls.whenIdle()
    },
    statistics: () => statisticsOf(core, layer),
    close: () => layer.close(),
  }
}

function coreOf(options: SipStackOptions, layer: TransactionLayer, timers: TimerValues, retryAfterSeconds: number): Core {
  const { settings = {}, transport, resolver, clock, random, logger } = options
  const product = (header: string): readonly HeaderField[] => (settings.product === undefined ? [] : [[header, settings.product]])
  return {
    ...{ clock, random, logger, transport, resolver, timers, retryAfterSeconds },
    clients: layer.clients,
    largeRequests: new LargeRequests(clock, transport, settings.largeRequests ?? 'tcp'),
    statelessTag: token(random, TAG_CHARACTERS),
    dialogs: new DialogTable(),
    calls: new UsageCount(),
    subscriptions: new UsageCount(),
    userAgentHeader: product('User-Agent'),
    serverHeader: product('Server'),
    minSessionSeconds: settings.minSessionSeconds ?? SHORTEST_SESSION_SECONDS,
  }
}

function statisticsOf(core: Core, layer: TransactionLayer): SipStackStatistics {
  return {
    clientTransactions: layer.clients.size,
    serverTransactions: layer.servers.size,
    halfOpenTransactions: layer.servers.halfOpen,
    calls: core.calls.running,
    dialogs: core.dialogs.size,
    subscriptions: core.subscriptions.running,
  }
}
