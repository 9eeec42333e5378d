import { KlinkeError } from '@klinke/foundation'

export const TICKET_KINDS = ['fault', 'chargeable', 'question'] as const
export type TicketKind = (typeof TICKET_KINDS)[number]

/** How bad a fault is. `outage`: nothing works at all, which is what § 58 (3) TKG compensates for. */
export const SEVERITIES = ['outage', 'impaired', 'minor'] as const
export type Severity = (typeof SEVERITIES)[number]

export const TICKET_STATES = ['open', 'waiting', 'resolved', 'closed'] as const
export type TicketState = (typeof TICKET_STATES)[number]

export const TICKET_STEPS = ['pause', 'resume', 'resolve', 'close', 'reopen'] as const
export type TicketStep = (typeof TICKET_STEPS)[number]

export const VIAS = ['portal', 'mail', 'phone'] as const
export type Via = (typeof VIAS)[number]

/** Which steps there are in which state, and where they lead (SLA-02, SLA-04). */
const TABLE: Readonly<Record<TicketState, Readonly<Partial<Record<TicketStep, TicketState>>>>> = {
  open: { pause: 'waiting', resolve: 'resolved' },
  waiting: { resume: 'open', resolve: 'resolved' },
  resolved: { close: 'closed', reopen: 'open' },
  closed: { reopen: 'open' },
}

/** What customers do themselves: to say that it is mended, to agree, to object. */
const OF_CUSTOMERS: ReadonlySet<TicketStep> = new Set(['resolve', 'close', 'reopen'])

/** The state after a step. Throws `TicketStepImpossible`. */
export function afterStep(state: TicketState, step: TicketStep): TicketState {
  const next = TABLE[state][step]
  if (next === undefined) throw new TicketStepImpossible(state, step)
  return next
}

/** What can be done now, by the operator or by the customer. */
export function possibleSteps(state: TicketState, by: 'operator' | 'customer'): readonly TicketStep[] {
  return TICKET_STEPS.filter((step) => TABLE[state][step] !== undefined && (by === 'operator' || OF_CUSTOMERS.has(step)))
}

export class TicketStepImpossible extends KlinkeError {
  constructor(state: TicketState, step: TicketStep) {
    super('ticket-step-impossible', `A ticket that is ${state} cannot ${step}. What can be done now is in its "steps".`)
  }
}
