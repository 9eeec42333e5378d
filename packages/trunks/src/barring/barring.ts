import type { BarredRange, Extension, OutboundProfile, Site, TenantSnapshot } from '@klinke/accounts'
import { type Call, type Refusal, refused } from '@klinke/calls'
import type { Clock } from '@klinke/foundation'
import type { OutboundCall } from '../calls/outbound-call.ts'
import { siteOfCall } from '../calls/site-of-call.ts'
import { BARRED_RANGES } from './catalogue.ts'
import { type Decision, decide } from './decide.ts'
import { decisionWords } from './decision-words.ts'
import { NO_RULES, type TenantRules } from './level-rules.ts'
import { type PrefixTable, prefixTable } from './prefix-table.ts'
import { destinationOf } from './zone.ts'

export interface BarringParts {
  /** What is set for a tenant; undefined: nothing. */
  readonly rulesOf: (tenantId: string) => TenantRules | undefined
  /** Whether a schedule of a tenant is open; undefined: there is no such one. */
  readonly isOpen: (tenantId: string, scheduleId: string, atMs: number) => boolean | undefined
  readonly clock: Pick<Clock, 'epochMs'>
}

/** Who wants to call what, and how. */
export interface BarringQuestion {
  /** E.164 with `+`, or a short code. */
  readonly number: string
  readonly tenant: Pick<TenantSnapshot, 'id' | 'areaCode' | 'profile' | 'numbers'>
  /** Where the call leaves from; absent: the customer has no sites. */
  readonly site?: Pick<Site, 'id' | 'name' | 'areaCode'> | undefined
  /** On whose behalf; undefined: the tenant's own. */
  readonly extension: Pick<Extension, 'id' | 'number'> | undefined
  /** The telephone itself calls; not a forwarding of it. */
  readonly byPhone: boolean
  readonly pinProven?: boolean | undefined
  /** Absent: now. */
  readonly atMs?: number
}

const NO_PROFILE: OutboundProfile = {}
const EMERGENCY: ReadonlySet<string> = new Set(['110', '112'])

/** What may be dialled outside (FRD-01, FRD-02): asked once of each call that leaves a tenant, whatever has led it there. */
export class Barring {
  readonly #parts: BarringParts
  readonly #catalogue = tableOf(BARRED_RANGES)
  /** Tables of products with ranges of their own; they live as long as the profile does. */
  readonly #tables = new WeakMap<readonly BarredRange[], PrefixTable<BarredRange>>()

  constructor(parts: BarringParts) {
    this.#parts = parts
  }

  decide({ number, tenant, site, extension, byPhone, pinProven = false, atMs = this.#parts.clock.epochMs() }: BarringQuestion): Decision {
    if (EMERGENCY.has(number)) return { allowed: true, rule: { kind: 'never-barred', what: 'emergency' } }
    if (tenant.numbers.has(number)) return { allowed: true, rule: { kind: 'never-barred', what: 'own-number' } }
    const profile = tenant.profile.outbound ?? NO_PROFILE
    return decide({
      to: destinationOf(number, site?.areaCode ?? tenant.areaCode),
      profile,
      barred: this.#tableFor(profile),
      rules: this.#parts.rulesOf(tenant.id) ?? NO_RULES,
      ...{ extensionId: extension?.id, siteId: site?.id },
      ...{ pinProven, byPhone, atMs },
      isOpen: (scheduleId) => this.#parts.isOpen(tenant.id, scheduleId, atMs),
    })
  }

  /** Undefined: the call may go. Otherwise its record says by which rule it does not. */
  refusal(call: Pick<Call, 'note'>, wanted: OutboundCall): Refusal | undefined {
    const { number, tenant, extension, choice, isLed } = wanted
    const question = { number, tenant, site: siteOfCall(wanted), extension, byPhone: isLed !== true, pinProven: choice?.pinProven }
    const decision = this.decide(question)
    if (decision.allowed) return undefined
    const { rule } = decision
    call.note('barred', `${number}: ${rule.kind}`, decisionWords(decision, question))
    return { ...refused('forbidden', 403), why: rule.kind === 'phone-lock' ? 'phone-lock' : 'barred' }
  }

  isLocked(tenantId: string, extensionId: string): boolean {
    return this.#parts.rulesOf(tenantId)?.extensions.get(extensionId)?.locked === true
  }

  #tableFor({ barredRanges }: OutboundProfile): PrefixTable<BarredRange> {
    if (barredRanges === undefined) return this.#catalogue
    const known = this.#tables.get(barredRanges)
    if (known !== undefined) return known
    const table = tableOf(barredRanges)
    this.#tables.set(barredRanges, table)
    return table
  }
}

function tableOf(ranges: readonly BarredRange[]): PrefixTable<BarredRange> {
  return prefixTable(ranges.map((range) => [range.prefix.slice(1), range]))
}
