import type { Tx } from '@klinke/platform'
import { z } from 'zod'
import { groundsFor, LEGAL_GROUND_NAMES } from './legal-grounds.ts'
import { mailsAbout, type WrittenMail } from './mail-queue.ts'
import type { ReportJobs } from './report-jobs.ts'
import { isOpen, type PrivacyRequest, REQUEST_KINDS, REQUEST_STATES } from './request-store.ts'
import { answerDueOn, isAnswerLate } from './request-time.ts'
import { subjectSchema } from './subject.ts'

export const words = z.object({ de: z.string(), en: z.string() })
export const erasureItem = z.object({
  ...{ kind: z.string(), name: words, goes: z.int().describe('Rows that go at once'), stays: z.int().describe('Rows that stay') },
  until: words.describe('For how long what stays is kept'),
  why: words.describe('Why it stays'),
})
const mailView = z.object({
  ...{ recipient: z.string(), subject: z.string(), withReport: z.boolean(), at: z.iso.datetime() },
  state: z.enum(['waiting', 'sent', 'given-up']),
  failure: z.string().describe('What the mail server said last; empty: nothing went wrong'),
})
export const requestView = z.object({
  ...{ id: z.uuid(), tenantId: z.uuid(), kind: z.enum(REQUEST_KINDS), subject: subjectSchema, about: z.string(), askedBy: z.string() },
  ...{ askedAt: z.iso.datetime(), state: z.enum(REQUEST_STATES), outcome: z.string() },
  progress: z.int().describe('Of a report that is being made: hundredths'),
  ...{ octets: z.int().nullable(), decidedBy: z.string().nullable(), decidedAt: z.iso.datetime().nullable() },
  expiresAt: z.iso.datetime().nullable().describe('Of a report: until when it can be downloaded'),
  dueOn: z.iso.date().describe('Last day for the answer: a month after it was asked for, or as it was extended (Art. 12 (3) GDPR)'),
  isOpen: z.boolean().describe('It waits for an answer'),
  isOverdue: z.boolean(),
  isOfPerson: z.boolean().describe('The person itself has asked, signed in'),
  replyTo: z.string().nullable().describe('Where the answer goes; null: another way'),
  extendedMonths: z.int(),
  extensionReason: z.string(),
  legalGround: z.enum(LEGAL_GROUND_NAMES).nullable().describe('Of a refusal: by which law'),
  grounds: z
    .array(z.object({ ground: z.enum(LEGAL_GROUND_NAMES), law: z.string().describe('Of the GDPR'), words }))
    .describe('By which laws such a request may be refused'),
  erased: z.array(erasureItem).nullable().describe('Of a deletion that is done: how many went and stayed'),
  mails: z.array(mailView).describe('What was written to the person about it'),
})
export type RequestView = z.infer<typeof requestView>

export interface ShowParts {
  readonly nowMs: number
  readonly jobs: Pick<ReportJobs, 'progressOf'> | undefined
}

/** Requests as they are shown, with the mails about them. */
export async function shownRequests(tx: Tx, rows: readonly PrivacyRequest[], parts: ShowParts): Promise<readonly RequestView[]> {
  const mails = await mailsAbout(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) =>
    viewOf(
      row,
      mails.filter(({ requestId }) => requestId === row.id),
      parts,
    ),
  )
}

/** One of them. */
export async function shownRequest(tx: Tx, row: PrivacyRequest, parts: ShowParts): Promise<RequestView> {
  return viewOf(row, await mailsAbout(tx, [row.id]), parts)
}

function viewOf(row: PrivacyRequest, mails: readonly WrittenMail[], { nowMs, jobs }: ShowParts): RequestView {
  const { id, kind, subject, about, state, outcome } = row
  const dueOn = answerDueOn(row.asked_at, row.extended_months)
  const waits = isOpen(row)
  return {
    ...{ id, tenantId: row.tenant_id, kind, subject, about, askedBy: row.asked_by, askedAt: row.asked_at.toISOString(), state, outcome },
    progress: state === 'waiting' ? (jobs?.progressOf(id) ?? 0) : 100,
    ...{ octets: row.octets, decidedBy: row.decided_by, decidedAt: row.decided_at?.toISOString() ?? null },
    expiresAt: row.expires_at?.toISOString() ?? null,
    ...{ dueOn: dueOn.toString(), isOpen: waits, isOverdue: waits && isAnswerLate(dueOn, nowMs) },
    ...{ isOfPerson: row.login_id !== null || row.extension_id !== null, replyTo: row.reply_to },
    ...{ extendedMonths: row.extended_months, extensionReason: row.extension_reason, legalGround: row.legal_ground },
    grounds: groundsFor(kind).map((each) => ({ ...each })),
    erased: row.erased?.map((each) => ({ ...each })) ?? null,
    mails: mails.map(mailViewOf),
  }
}

function mailViewOf({ recipient, subject, withReport, createdAt, sentAt, givenUpAt, failure }: WrittenMail): z.infer<typeof mailView> {
  const state = sentAt !== null ? 'sent' : givenUpAt !== null ? 'given-up' : 'waiting'
  return { recipient, subject, withReport, at: (sentAt ?? createdAt).toISOString(), state, failure }
}
