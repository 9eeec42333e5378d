import { KlinkeError } from '@klinke/foundation'
import type { Text } from '@klinke/platform'
import type { Period } from '../period.ts'

/**
 * A run over customers for a month. `drafting` → `drafted` (a person looks at the preview) → `issuing` → `issued`; from `drafted` it can be taken back
 * (`undone`), or issue what had changed meanwhile once more.
 */
export const RUN_STATES = ['drafting', 'drafted', 'issuing', 'issued', 'undone'] as const
export type RunState = (typeof RUN_STATES)[number]

export interface InvoiceRun {
  readonly id: string
  /** Null: customers of all profiles. */
  readonly profile: string | null
  readonly period: Period
  readonly state: RunState
  /** Date of its invoices, once somebody has issued it. */
  readonly issueOn: string | null
  readonly startedBy: string
  readonly createdAt: Date
  /** Seconds since it is in its state. */
  readonly inStateSeconds: number
}

/** How far a run is with a customer. `changed`: something had changed since the preview, so that it was drafted anew instead of being issued. */
export const CUSTOMER_STATES = ['waiting', 'drafted', 'nothing', 'billed-before', 'problem', 'changed', 'issued'] as const
export type CustomerState = (typeof CUSTOMER_STATES)[number]

/** Why a customer gets no invoice in a run, and what to do. */
export interface RunProblem extends Text {
  readonly code: string
}

export interface RunCustomer {
  readonly tenantId: string
  readonly name: string
  readonly state: CustomerState
  readonly problem: RunProblem | null
}

/** Customers of a run by their states. */
export type RunCounts = Readonly<Record<CustomerState, number>>

/** 0 to 100: of drafting while it drafts, of issuing while it issues; 100 in between and afterwards. */
export function percentOf(state: RunState, counts: RunCounts): number {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (all === 0) return 100
  if (state === 'drafting') return share(all - counts.waiting, all)
  const toIssue = counts.drafted + counts.changed + counts.issued
  return state === 'issuing' && toIssue > 0 ? share(toIssue - counts.drafted, toIssue) : 100
}

/** Seconds until all are drafted, or issued, as fast as it went until now; null while it stands, and before the first customer is done. */
export function secondsLeftOf({ state, inStateSeconds }: Pick<InvoiceRun, 'state' | 'inStateSeconds'>, counts: RunCounts): number | null {
  if (state !== 'drafting' && state !== 'issuing') return null
  const isDrafting = state === 'drafting'
  const left = isDrafting ? counts.waiting : counts.drafted
  const done = isDrafting ? counts.drafted + counts.nothing + counts.problem + counts['billed-before'] : counts.issued + counts.changed
  return done === 0 ? null : Math.ceil((inStateSeconds * left) / done)
}

function share(done: number, all: number): number {
  return Math.floor((done * 100) / all)
}

export class RunOpen extends KlinkeError {
  constructor() {
    super('invoice-run-open', 'Another run is open. Issue it or take it back before you begin a new one.')
  }
}

export class RunNotReady extends KlinkeError {
  constructor(state: RunState) {
    super('invoice-run-not-ready', `The run is "${state}": only one whose preview is ready can be issued or taken back.`)
  }
}

export class IssuerMissing extends KlinkeError {
  constructor() {
    super('invoice-issuer-missing', 'Enter who issues the invoices first: company, address, VAT id and bank account.')
  }
}

export class MonthNotOver extends KlinkeError {
  constructor(until: string) {
    super('invoice-month-not-over', `The month ends on ${until}: invoices are made in arrears, from the day after.`)
  }
}
