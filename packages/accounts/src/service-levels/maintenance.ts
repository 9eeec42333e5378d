import type { Component } from './component.ts'
import type { MaintenanceRule } from './service-level-profile.ts'
import { firstOf, lengthOf, type Span, union, within } from './span.ts'
import { noticeOver, timesOf } from './times.ts'

/** Maintenance as it was announced. */
export interface AnnouncedWindow extends Span {
  /** When its time was said last. */
  readonly announcedMs: number
  readonly urgent: boolean
  readonly components: readonly Component[]
}

/** So far ahead an earliest time is looked for. */
const LOOK_AHEAD_MS = 60 * 86_400_000
const MINUTE_MS = 60_000

/** Whether a window was announced early enough for a rule, wherever it lies. */
function isInTime(rule: MaintenanceRule, { announcedMs, urgent, fromMs }: AnnouncedWindow, timeZone: string): boolean {
  if (rule.unannounced === true || (rule.urgent === true && !urgent)) return false
  return announcedMs <= fromMs && fromMs >= noticeOver(rule.notice ?? {}, announcedMs, timeZone)
}

/** Outages that are left out of account (SLA-03): those in windows that were announced by a rule, and at times that a rule leaves out by itself. */
export function excludedOf(
  outages: readonly Span[],
  rules: readonly MaintenanceRule[],
  windows: readonly AnnouncedWindow[],
  timeZone: string,
): readonly Span[] {
  return union(
    rules.flatMap((rule) => {
      const announced = windows.filter((window) => isInTime(rule, window, timeZone))
      const parts = rule.unannounced === true ? union(outages) : within(outages, announced)
      const times = new Map(parts.flatMap((part) => timesOf(rule, part, timeZone)).map((time) => [time.fromMs, time]))
      return [...times.values()].flatMap((time) => limited(rule, within(parts, [time])))
    }),
  )
}

/** Of one time of a rule no more than it allows, the first minutes first. */
function limited({ maxMinutes }: MaintenanceRule, parts: readonly Span[]): readonly Span[] {
  return maxMinutes === undefined ? parts : firstOf(parts, maxMinutes * MINUTE_MS)
}

/** Whether the whole of a window is left out of account by one rule. */
export function isExcluded(window: AnnouncedWindow, rules: readonly MaintenanceRule[], timeZone: string): boolean {
  return rules.some((rule) => {
    if (rule.unannounced !== true && !isInTime(rule, window, timeZone)) return false
    const times = timesOf(rule, window, timeZone)
    return times.some((time) => fits(window, rule, time) && lengthOf(within([window], [time])) === window.untilMs - window.fromMs)
  })
}

/**
 * The earliest time at which a window of that length would be left out of account if it were announced now; undefined: no rule allows one, at least not in the next
 * sixty days.
 */
export function earliestBegin(window: AnnouncedWindow, rules: readonly MaintenanceRule[], timeZone: string): number | undefined {
  const lengthMs = window.untilMs - window.fromMs
  const begins = rules.flatMap((rule) => {
    if (rule.urgent === true && !window.urgent) return []
    const fromMs = rule.unannounced === true ? window.announcedMs : noticeOver(rule.notice ?? {}, window.announcedMs, timeZone)
    const times = timesOf(rule, { fromMs, untilMs: fromMs + LOOK_AHEAD_MS }, timeZone)
    const begin = times
      .filter((time) => fits(window, rule, time))
      .map((time) => Math.max(time.fromMs, fromMs))
      .find((beginMs) => times.some((time) => time.fromMs <= beginMs && time.untilMs >= beginMs + lengthMs))
    return begin === undefined ? [] : [begin]
  })
  return begins.length === 0 ? undefined : Math.min(...begins)
}

function fits({ fromMs, untilMs }: Span, { maxMinutes }: MaintenanceRule, time: Span): boolean {
  const lengthMs = untilMs - fromMs
  return lengthMs <= time.untilMs - time.fromMs && (maxMinutes === undefined || lengthMs <= maxMinutes * MINUTE_MS)
}
