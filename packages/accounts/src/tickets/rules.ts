import { z } from 'zod'
import { SEVERITIES, TICKET_KINDS, TICKET_STATES, TICKET_STEPS, VIAS } from './ticket.ts'
import { STOP_REASONS } from './ttr.ts'

/** Longest text of an entry; longer mail is cut there. */
export const MAX_TEXT = 20_000

/** What somebody can have tried before reporting (PORT-07): it saves the first question back. */
export const CHECKS = ['power', 'internet', 'restarted', 'other-phone', 'cabling', 'other-numbers', 'settings'] as const

const text = z.string().trim().min(1).max(MAX_TEXT)

/** A qualified fault report. */
export const faultReport = z.strictObject({
  affected: z.string().trim().max(1_000).default('').describe('Numbers, extensions or sites that are affected'),
  since: z.iso.datetime({ offset: true }).nullable().default(null).describe('Since when'),
  checked: z.array(z.enum(CHECKS)).max(CHECKS.length).default([]).describe('What has been checked already'),
  findings: z.string().trim().max(2_000).default('').describe('What came of it'),
})
export type FaultReport = Readonly<z.infer<typeof faultReport>>

/** Fields without which nobody can look for a fault: until they are there, its time to repair stands still (SLA-04). */
export const REQUIRED = ['affected', 'since', 'checked'] as const
export type RequiredField = (typeof REQUIRED)[number]

export function missingIn(report: Partial<FaultReport>): readonly RequiredField[] {
  return REQUIRED.filter((field) => {
    const value = report[field]
    return value === undefined || value === null || value.length === 0
  })
}

export const newTicket = z.strictObject({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  kind: z.enum(TICKET_KINDS).meta({ examples: ['fault'] }),
  severity: z.enum(SEVERITIES).default('impaired').describe('outage: nothing works at all'),
  subject: z.string().trim().min(1).max(200),
  text,
  report: faultReport.optional().describe('Of a fault; until affected, since and checked are told, its time to repair stands still'),
  via: z.enum(['portal', 'phone']).default('portal').describe('phone: the operator writes what somebody has told; its own only'),
  contactMail: z
    .email()
    .max(254)
    .optional()
    .describe('Where answers go; absent: to the login that opens it, and of a key nowhere')
    .meta({ examples: ['anna@example.org'] }),
})
export type NewTicket = z.infer<typeof newTicket>

export const ticketChange = z
  .strictObject({
    kind: z.enum(TICKET_KINDS),
    severity: z.enum(SEVERITIES),
    subject: z.string().trim().min(1).max(200),
    report: faultReport.describe('Once it is complete, the time to repair that stood still for it goes on'),
    contactMail: z.email().max(254).nullable(),
    measures: z.string().trim().max(2_000).describe('What has been done (§ 58 (2) TKG)'),
    expectedAt: z.iso.datetime({ offset: true }).nullable().describe('When it will probably be mended (§ 58 (2) TKG)'),
    severityConfirmed: z.boolean().describe('Whether the operator has judged the severity: an outage is compensated from then on only'),
    causedByCustomer: z.boolean().describe('The customer answers for it: no compensation (§ 58 (3) TKG)'),
    missedAppointments: z.int().min(0).max(20).describe('Appointments that we have missed (§ 58 (4) TKG)'),
  })
  .partial()
export type TicketEdit = z.infer<typeof ticketChange>

/** Of these a customer changes those that are its own. */
export const OF_CUSTOMER: ReadonlySet<string> = new Set(['subject', 'report', 'contactMail'])

export const newEntry = z.strictObject({
  text,
  internal: z.boolean().default(false).describe('A note that no customer sees; of the operator only'),
})

export const ticketStep = z.discriminatedUnion('step', [
  z.strictObject({
    step: z.literal('pause'),
    reason: z.enum(['data-incomplete', 'waiting-for-customer']),
    text: text.describe('What is asked of the customer: it is told by mail'),
  }),
  z.strictObject({
    step: z.enum(['resume', 'resolve', 'close', 'reopen']),
    text: z.string().trim().max(MAX_TEXT).default('').describe('Said with it'),
  }),
])
export type MadeTicketStep = Readonly<z.infer<typeof ticketStep>>

const clockView = z
  .object({
    promisedMinutes: z.int(),
    spentMinutes: z.int().describe('In service hours'),
    remainingMinutes: z.int().describe('Below 0: so late it is'),
    dueAt: z.iso.datetime().nullable().describe('null: it stands still'),
    missed: z.boolean(),
  })
  .nullable()
  .describe('Time to repair (SLA-02); null: no fault, or the product promises none')

const compensationView = z
  .object({
    lines: z.array(
      z.object({
        reason: z.enum(['outage-day', 'missed-appointment']),
        day: z.iso.date().nullable(),
        leastMicros: z.string().describe('Millionths of a euro'),
        percent: z.int().describe('Of the monthly fee, where that is more'),
      }),
    ),
    leastMicros: z.string().describe('The sum at least, in millionths of a euro: what it comes to by the monthly fee, the invoice says'),
  })
  .nullable()
  .describe('What § 58 TKG gives for it so far; null: the product does not compensate')

export const ticketView = z.object({
  ...{ id: z.uuid(), tenantId: z.uuid(), number: z.string() },
  ...{ kind: z.enum(TICKET_KINDS), severity: z.enum(SEVERITIES), state: z.enum(TICKET_STATES) },
  ...{ subject: z.string(), report: faultReport, missing: z.array(z.enum(REQUIRED)), via: z.enum(VIAS) },
  ...{ openedBy: z.string(), contactMail: z.string().nullable(), openedAt: z.iso.datetime() },
  ...{ resolvedAt: z.iso.datetime().nullable(), closedAt: z.iso.datetime().nullable() },
  steps: z.array(z.enum(TICKET_STEPS)).describe('What whoever asks can do now'),
  waitsFor: z.enum(STOP_REASONS).nullable().describe('Why the time to repair stands still'),
  clock: clockView,
  ...{ measures: z.string(), expectedAt: z.iso.datetime().nullable(), causedByCustomer: z.boolean(), missedAppointments: z.int() },
  severityConfirmed: z.boolean().describe('false: only the customer has said how bad it is'),
  delayToldAt: z.iso.datetime().nullable().describe('When the customer was told that it is not mended yet (§ 58 (2) TKG)'),
  compensation: compensationView,
})
export type TicketView = z.infer<typeof ticketView>

export const entryView = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  side: z.enum(['customer', 'operator', 'system']),
  by: z.string(),
  via: z.enum(VIAS),
  step: z
    .enum([...TICKET_STEPS, 'open'])
    .nullable()
    .describe('The step that this is about; null: something was said'),
  text: z.string(),
  internal: z.boolean().describe('A note of the operator for itself'),
  attachments: z.array(z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), octets: z.int() })),
})
export type EntryView = z.infer<typeof entryView>
