import { divideRounded, type Micros } from '../money.ts'
import type { TariffTimeline } from '../tariff/timeline.ts'
import { momentAt } from './moment.ts'

/** What a call that runs uses up. */
export interface RunningPrice {
  /** Micro-units, a fraction counted as a whole one: a guard rather ends a call too early. */
  readonly microsPerSecond: Micros
  readonly setUp: Micros
}

/** What a call to a number costs from now on, by list price: bundles may make it cheaper. Undefined: the tariff does not say. */
export function runningPrice(called: string, billedNumber: string, atMs: number, tariffs: TariffTimeline): RunningPrice | undefined {
  const moment = momentAt(atMs, { id: '', called, billedNumber, origin: 'own', way: 'carrier', medium: 'voice', endedAtMs: atMs }, tariffs)
  if (typeof moment === 'string' || moment.price === undefined) return undefined
  const { microsPerMinute, setUp } = moment.price
  return { microsPerSecond: divideRounded(microsPerMinute, 60n, 'up'), setUp }
}
