import type { Text, Tx } from '@klinke/platform'
import { DEFAULT_TIME_ZONE } from '../snapshot.ts'
import { COMPONENTS, type Component } from './component.ts'
import { type Incident, listIncidents } from './incident-store.ts'
import { windowsIn } from './maintenance-store.ts'
import { componentStates, spanOfOutage } from './measure-store.ts'
import { outagesIn } from './outage-store.ts'
import { restsIn } from './rest-store.ts'
import { lengthOf, type Span, within, without } from './span.ts'
import { dayAt } from './times.ts'
import { spanOf } from './year.ts'

/** Days that the status page shows. */
export const STATUS_DAYS = 90
const AHEAD_DAYS = 60
const MAX_INCIDENTS = 20
const MAX_WINDOWS = 20
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

export interface StatusDay {
  readonly day: string
  /** Null: nobody measured. */
  readonly outageMinutes: number | null
  /** Why: `not-measured`, because it was not yet; `no-service`: all day nobody meant to, because there was no such component, or probes were off. */
  readonly kind: 'measured' | 'not-measured' | 'no-service'
}

/** What everybody may know of the state of the exchange: nothing of any customer. */
export interface PublicStatus {
  readonly at: Date
  readonly components: readonly {
    readonly component: Component
    readonly state: 'works' | 'down' | 'maintenance' | 'not-measured'
    readonly days: readonly StatusDay[]
  }[]
  readonly incidents: readonly Incident[]
  readonly maintenance: readonly {
    readonly title: Text
    readonly text: Text
    readonly from: Date
    readonly until: Date
    readonly components: readonly Component[]
  }[]
}

/** Reads it as the operator: only windows that are for all customers are in it. */
export async function publicStatus(tx: Tx, nowMs: number, timeZone = DEFAULT_TIME_ZONE): Promise<PublicStatus> {
  const today = dayAt(nowMs, timeZone)
  const days = Array.from({ length: STATUS_DAYS }, (_, index) => today.subtract({ days: STATUS_DAYS - 1 - index }))
  const { fromMs } = spanOf({ from: days[0] ?? today, until: today }, timeZone)
  const outages = await outagesIn(tx, COMPONENTS, { fromMs, untilMs: nowMs })
  const states = new Map((await componentStates(tx)).map((state) => [state.component, state]))
  const rests = await restsIn(tx, { fromMs, untilMs: nowMs })
  const windows = await windowsIn(tx, { fromMs: nowMs, untilMs: nowMs + AHEAD_DAYS * DAY_MS }, undefined, MAX_WINDOWS)
  const components = COMPONENTS.map((component) => {
    const measuredFromMs = states.get(component)?.measuredFromMs
    const spans = outages.filter((outage) => outage.component === component).map((outage) => spanOfOutage(outage, nowMs))
    const measured = { spans, measuredFromMs, rests: rests.filter((rest) => rest.component === component) }
    const ofDay = (day: Temporal.PlainDate): StatusDay => {
      const { fromMs: begin, untilMs } = spanOf({ from: day, until: day }, timeZone)
      return dayOf(day.toString(), { fromMs: begin, untilMs: Math.min(untilMs, nowMs) }, measured)
    }
    const isMaintained = windows.some((window) => window.from.getTime() <= nowMs && window.components.includes(component))
    const state = states.get(component)
    const isMeasured = state !== undefined && state.restsSinceMs === undefined
    const now = !isMeasured ? 'not-measured' : state.downSinceMs === undefined ? 'works' : isMaintained ? 'maintenance' : 'down'
    return { component, state: now, days: days.map(ofDay) } as const
  })
  const incidents = await listIncidents(tx, { limit: MAX_INCIDENTS, endedAfter: new Date(fromMs) })
  return { at: new Date(nowMs), components, incidents, maintenance: windows }
}

interface MeasuredDays {
  readonly spans: readonly Span[]
  readonly measuredFromMs: number | undefined
  readonly rests: readonly Span[]
}

/** A day as far as it has passed. One in which nothing was measured has no minutes, not none of them. */
export function dayOf(day: string, span: Span, { spans, measuredFromMs, rests }: MeasuredDays): StatusDay {
  if (measuredFromMs === undefined || measuredFromMs >= span.untilMs) return { day, outageMinutes: null, kind: 'not-measured' }
  const outageMinutes = Math.round(lengthOf(within(spans, [span])) / MINUTE_MS)
  const served = without([{ fromMs: Math.max(span.fromMs, measuredFromMs), untilMs: span.untilMs }], rests)
  if (outageMinutes === 0 && lengthOf(served) === 0) return { day, outageMinutes: null, kind: 'no-service' }
  return { day, outageMinutes, kind: 'measured' }
}
