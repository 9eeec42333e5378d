import type { BarredRange, BarringClass, OutboundProfile, OutboundZone } from '@klinke/accounts'
import { CLASSES, DEFAULT_CLASS } from './catalogue.ts'
import {
  type Destination,
  type Exception,
  type LevelRules,
  matchesOf,
  matchTarget,
  NO_LEVEL,
  type Release,
  type RuleLevel,
  type TenantRules,
  type TimedClass,
} from './level-rules.ts'
import { longestMatch, type PrefixTable } from './prefix-table.ts'

/** The rule that has decided. */
export type Rule =
  /** 110 and 112 (EMG-01), and what never leaves the tenant. */
  | { readonly kind: 'never-barred'; readonly what: 'emergency' | 'own-number' }
  | { readonly kind: 'phone-lock' }
  | { readonly kind: 'barred-range'; readonly range: BarredRange }
  | { readonly kind: 'release'; readonly release: Release }
  | { readonly kind: 'exception'; readonly level: RuleLevel; readonly exception: Exception }
  | {
      readonly kind: 'class'
      readonly level: RuleLevel
      readonly class: BarringClass
      readonly zone: OutboundZone
      /** It is the class of these hours. */
      readonly hours?: TimedClass
    }

export interface Decision {
  readonly allowed: boolean
  readonly rule: Rule
}

/** What one number is measured by. */
export interface Measure {
  readonly to: Destination & { readonly zone: OutboundZone }
  readonly profile: OutboundProfile
  readonly barred: PrefixTable<BarredRange>
  readonly rules: TenantRules
  readonly extensionId: string | undefined
  /** Where the call leaves from; undefined: the customer has no sites. */
  readonly siteId?: string | undefined
  /** The extension's PIN was given: what is set for the extension and the hours do not count, the rest does. */
  readonly pinProven: boolean
  /** The telephone itself calls; not a forwarding. */
  readonly byPhone: boolean
  readonly atMs: number
  /** Undefined: there is no such schedule (any more). */
  readonly isOpen: (scheduleId: string) => boolean | undefined
}

/** Whether a number may be called, and the rule that says so. Pure; refuses what either the contract or the administrators refuse. */
export function decide(measure: Measure): Decision {
  const { rules, extensionId, pinProven, byPhone } = measure
  const extension = rules.extensions.get(extensionId ?? '') ?? NO_LEVEL
  if (extension.locked && byPhone && !pinProven) return { allowed: false, rule: { kind: 'phone-lock' } }
  const byContract = contractDecision(measure)
  if (!byContract.allowed) return byContract
  return administratorsDecision(measure, extension) ?? byContract
}

/** The product's barred ranges and the contract's class, unless a release lifts them. */
function contractDecision(measure: Measure): Decision {
  const { to, profile, barred } = measure
  const range = longestMatch(barred, to.digits)
  if (range?.releasable === false) return { allowed: false, rule: { kind: 'barred-range', range } }
  const release = releaseFor(measure)
  if (release !== undefined) return { allowed: true, rule: { kind: 'release', release } }
  if (range !== undefined && range.exempt !== true) return { allowed: false, rule: { kind: 'barred-range', range } }
  return byClass('contract', profile.barringClass ?? DEFAULT_CLASS, measure)
}

/** Several forms may release the same numbers for different extensions, sites and times; a wider one holds where a narrower one has run out. */
function releaseFor({ rules, to, extensionId, siteId, atMs }: Measure): Release | undefined {
  for (const releases of matchesOf(rules.releases, to)) {
    const valid = releases.find((release) => isFor(release, extensionId, siteId) && isValid(release, atMs))
    if (valid !== undefined) return valid
  }
  return undefined
}

function isFor(release: Release, extensionId: string | undefined, siteId: string | undefined): boolean {
  if (release.siteId !== undefined && release.siteId !== siteId) return false
  return release.extensionId === undefined || release.extensionId === extensionId
}

export function isValid({ validFromMs, validUntilMs }: Release, atMs: number): boolean {
  return validFromMs <= atMs && (validUntilMs === undefined || atMs < validUntilMs)
}

/** The nearest exception decides, then the nearest class; undefined: the administrators have set nothing. */
function administratorsDecision(measure: Measure, extension: LevelRules): Decision | undefined {
  const levels = [
    { level: 'extension', rules: measure.pinProven ? NO_LEVEL : extension },
    { level: 'site', rules: measure.rules.sites.get(measure.siteId ?? '') ?? NO_LEVEL },
    { level: 'customer', rules: measure.rules.customer },
  ] as const
  for (const { level, rules } of levels) {
    const exception = matchTarget(rules.exceptions, measure.to)
    if (exception !== undefined) return { allowed: exception.effect === 'allow', rule: { kind: 'exception', level, exception } }
  }
  for (const { level, rules } of levels) {
    const decided = byLevelClass(level, rules, measure)
    if (decided !== undefined) return decided
  }
  return undefined
}

function byLevelClass(level: RuleLevel, { class: always, timed }: LevelRules, measure: Measure): Decision | undefined {
  if (timed !== undefined && !measure.pinProven && isNow(timed, measure)) return byClass(level, timed.class, measure, timed)
  return always === undefined ? undefined : byClass(level, always, measure)
}

/** A schedule that is gone counts as closed: what was to be barred stays so. */
function isNow({ scheduleId, when }: TimedClass, { isOpen }: Measure): boolean {
  return (isOpen(scheduleId) ?? false) === (when === 'open')
}

function byClass(level: RuleLevel, barringClass: BarringClass, { to: { zone }, profile }: Measure, hours?: TimedClass): Decision {
  const zones = profile.classZones?.[barringClass] ?? CLASSES[barringClass].zones
  return { allowed: zones.includes(zone), rule: { kind: 'class', level, class: barringClass, zone, ...(hours && { hours }) } }
}
