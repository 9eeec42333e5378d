import type { Clock } from '@klinke/foundation'
import type { Transport } from '../transport/transport.ts'
import type { TimerValues } from './timers.ts'

/** What every transaction stands on. One per stack. */
export interface TransactionEnvironment {
  readonly clock: Clock
  readonly transport: Transport
  readonly timers: TimerValues
}
