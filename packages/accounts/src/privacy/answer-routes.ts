import {
  type Api,
  holderOf,
  InvalidRequest,
  inScope,
  type Language,
  NotFound,
  type Principal,
  principalOf,
  type Tx,
} from '@klinke/platform'
import { sql } from 'kysely'
import { z } from 'zod'
import { assertConsent } from '../consents/store.ts'
import { germanToday } from '../retention/periods.ts'
import { noteDeletion } from '../retention/store.ts'
import { findTenant } from '../tenants/store.ts'
import { customerErasure } from './customer-erasure.ts'
import { type Erasure, erasePerson, erasureNotes, erasurePreview } from './erase-person.ts'
import { LEGAL_GROUND_NAMES, mayRefuseWith } from './legal-grounds.ts'
import { queuePrivacyMail } from './mail-queue.ts'
import { type AskedBefore, answerMail, extensionMail } from './privacy-mail-texts.ts'
import {
  ErasureNotConfirmed,
  ExtensionTooLate,
  NoDeletionAsked,
  ReportGone,
  ReportNotReady,
  ReportTooLarge,
  RequestAnswered,
} from './problems.ts'
import { type PrivacyRequestParts, requestParams } from './request-parts.ts'
import { answerRequest, extendRequest, findRequest, hasReport, isOpen, lockedRequest, type PrivacyRequest } from './request-store.ts'
import { answerDueOn, isAnswerLate, MAX_EXTENSION_MONTHS } from './request-time.ts'
import { erasureItem, requestView, shownRequest, words } from './request-views.ts'
import { personOf } from './subject.ts'
import { answerWhole, type WholeAnswer, wholeDeletion, wholeNotes, wholeWords } from './whole-customer.ts'
import { withdrawAdvertising, withdrawnWords } from './withdraw-advertising.ts'

const tags = ['privacy']
/** What mail servers take: of 25 MB a third is lost to base64. */
const MAX_MAIL_OCTETS = 15 * 1024 * 1024
const answer = z.strictObject({
  state: z.enum(['done', 'refused']),
  outcome: z
    .string()
    .trim()
    .min(1)
    .max(2_000)
    .describe('The answer, as the person is told: what was done, or why not (Art. 12 (4) GDPR)')
    .meta({ examples: ['Name berichtigt'] }),
  legalGround: z.enum(LEGAL_GROUND_NAMES).optional().describe('Required with `refused`: by which law'),
  confirm: z.string().optional().describe('Of a deletion that is done: the name of whom it is about, as `GET …/erasure` gives it'),
  attachReport: z.boolean().default(false).describe('The report goes with the mail'),
})
const extension = z.strictObject({
  months: z.int().min(1).max(MAX_EXTENSION_MONTHS).describe('By so many months'),
  reason: z
    .string()
    .trim()
    .min(1)
    .max(2_000)
    .describe('As the person is told')
    .meta({ examples: ['Wir fragen zuerst bei der Fachabteilung nach.'] }),
})
const erasureView = z.object({
  ...{ name: z.string().describe('To be repeated as `confirm`'), items: z.array(erasureItem) },
  notes: z.array(words).describe('What to know before: that an extension stays because others use it, too, or which logins go with it'),
})
type Answer = z.infer<typeof answer>

/** Answers, extensions, and what a deletion would take; each is written to the person where an address is known. */
export function addAnswering(api: Api, parts: PrivacyRequestParts): void {
  addPreview(api, parts)
  addExtension(api, parts)
  const { database, clock, jobs } = parts
  const summary = 'Answer a request; a deletion that is done is done with it, and cannot be undone'
  const schema = { tags, summary, params: requestParams, body: answer, response: { 200: requestView } }
  api.post('/privacy-requests/:requestId/answer', { schema }, async (request) => {
    const principal = principalOf(request)
    const { body } = request
    const { id, tenant_id: tenantId } = await seen(parts, principal, request.params.requestId)
    // Whoever sends a report might as well read it (PORT-04).
    if (body.attachReport) await database.withTenant(tenantId, (tx) => assertConsent(tx, principal, 'reports'))
    return database.withOperator(async (tx) => {
      const found = await lockedRequest(tx, id)
      assertAnswerable(found, body, clock.epochMs())
      const at = new Date(clock.epochMs())
      const [by, isDone] = [holderOf(request).name, body.state === 'done']
      const whole =
        found.kind === 'deletion' && isDone ? await wholeAnswer(parts, tx, found, { principal, confirm: body.confirm }) : undefined
      const isOfPerson = found.kind === 'deletion' && isDone && whole === undefined
      const erased = whole?.erased ?? (isOfPerson ? await eraseAndNote(parts, tx, found, body.confirm, at) : undefined)
      const { state, legalGround } = body
      const said = found.kind === 'objection' && isDone ? await objectionAnswer(tx, found, body.outcome, { by, at }) : body.outcome
      const outcome = whole === undefined ? said : `${said}\n\n${wholeWords(whole, await languageOf(tx, found.tenant_id, found.reply_to))}`
      const answered = await answerRequest(tx, id, { state, outcome, by, at, legalGround, erased })
      await tell(
        parts,
        tx,
        answered,
        at,
        (asked, language) => answerMail(asked, { outcome, legalGround, withReport: body.attachReport }, language),
        {
          withReport: body.attachReport,
        },
      )
      return shownRequest(tx, answered, { nowMs: clock.epochMs(), jobs })
    })
  })
}

/** Only of one of the customers of whoever asks. */
function seen({ database }: PrivacyRequestParts, principal: Principal, requestId: string): Promise<PrivacyRequest> {
  return inScope(database, principal, undefined, (tx) => findRequest(tx, requestId))
}

function assertAnswerable(found: PrivacyRequest, { state, legalGround, attachReport }: Answer, nowMs: number): void {
  if (!isOpen(found)) throw new RequestAnswered()
  if (state === 'refused' && (legalGround === undefined || !mayRefuseWith(legalGround, found.kind)))
    throw wrong('/legalGround', {
      en: 'A refusal needs a legal ground that such a request has.',
      de: 'Eine Ablehnung braucht einen Rechtsgrund, den es für solche Anfragen gibt.',
    })
  if (state === 'done' && legalGround !== undefined)
    throw wrong('/legalGround', { en: 'Only a refusal has one.', de: 'Nur eine Ablehnung hat einen.' })
  if (state === 'done' && hasReport(found.kind) && found.state !== 'ready') throw new ReportNotReady()
  if (!attachReport) return
  if (found.reply_to === null) throw wrong('/attachReport', { en: 'No address is known.', de: 'Es ist keine Adresse bekannt.' })
  if (found.blob_key === null || found.expires_at === null || found.expires_at.getTime() <= nowMs) throw new ReportGone()
  if ((found.octets ?? 0) > MAX_MAIL_OCTETS) throw new ReportTooLarge()
}

function wrong(pointer: string, detail: { readonly en: string; readonly de: string }): InvalidRequest {
  return new InvalidRequest(detail, [{ pointer, detail }])
}

function addExtension(api: Api, parts: PrivacyRequestParts): void {
  const { database, clock, jobs } = parts
  const summary = 'Take up to two months more for the answer, and tell the person why (Art. 12 (3) GDPR)'
  const schema = { tags, summary, params: requestParams, body: extension, response: { 200: requestView } }
  api.post('/privacy-requests/:requestId/extension', { schema }, async (request) => {
    const { months, reason } = request.body
    const { id } = await seen(parts, principalOf(request), request.params.requestId)
    return database.withOperator(async (tx) => {
      const found = await lockedRequest(tx, id)
      if (!isOpen(found)) throw new RequestAnswered()
      const at = new Date(clock.epochMs())
      if (found.extended_months > 0 || isAnswerLate(answerDueOn(found.asked_at), at.getTime())) throw new ExtensionTooLate()
      const extended = await extendRequest(tx, id, { months, reason, at })
      const dueOn = answerDueOn(found.asked_at, months)
      await tell(parts, tx, extended, at, (asked, language) => extensionMail(asked, dueOn, reason, language))
      return shownRequest(tx, extended, { nowMs: at.getTime(), jobs })
    })
  })
}

type Written = (asked: AskedBefore, language: Language) => { readonly subject: string; readonly text: string }

/** Writes to the person, where an address is known. */
async function tell(
  { controller }: PrivacyRequestParts,
  tx: Tx,
  { id, tenant_id: tenantId, kind, asked_at, reply_to: recipient }: PrivacyRequest,
  at: Date,
  written: Written,
  { withReport = false }: { readonly withReport?: boolean } = {},
): Promise<void> {
  if (recipient === null) return
  const asked = { kind, askedOn: germanToday(asked_at.getTime()), controller: await controller(tx) }
  const mail = written(asked, await languageOf(tx, tenantId, recipient))
  await queuePrivacyMail(tx, { tenantId, requestId: id, recipient, ...mail, withReport, at })
}

/** Of whoever signs in with that address; else of the customer. */
async function languageOf(tx: Tx, tenantId: string, email: string | null): Promise<Language> {
  const { rows } = await sql<{ readonly language: Language }>`
    SELECT language FROM login WHERE tenant_id = ${tenantId} AND email = ${email}`.execute(tx.tables())
  return rows[0]?.language ?? (await findTenant(tx, tenantId))?.profile.language ?? 'de'
}

function addPreview(api: Api, parts: PrivacyRequestParts): void {
  const summary = 'What a deletion would take, and what stays, why and for how long; nothing is deleted'
  const schema = { tags, summary, params: requestParams, response: { 200: erasureView } }
  api.get('/privacy-requests/:requestId/erasure', { schema }, async (request) => {
    const found = await seen(parts, principalOf(request), request.params.requestId)
    if (found.kind !== 'deletion') throw new NoDeletionAsked()
    const { tenant, person, notes } = await parts.database.withOperator(async (tx) => {
      const person = await personOf(tx, found.tenant_id, found.subject)
      const notes = person === undefined ? [] : await erasureNotes(tx, found.tenant_id, person)
      const tenant = await findTenant(tx, found.tenant_id)
      if (person !== undefined || tenant === undefined) return { tenant, person, notes }
      return { tenant, person, notes: wholeNotes(await wholeDeletion(tx, tenant, parts.end, parts.clock.epochMs())) }
    })
    if (tenant === undefined) throw new NotFound('privacy request', found.id)
    const items =
      person === undefined
        ? await parts.database.withOperator((tx) => customerErasure(tx, parts.kinds, tenant))
        : await erasurePreview(parts.database, (tx) => erasePerson(tx, parts, tenant.id, person, tenant.profile.retention ?? {}))
    return { name: person?.name ?? tenant.name, items: items.map((each) => ({ ...each })), notes: notes.map((each) => ({ ...each })) }
  })
}

/** What the person is told of an objection: what was answered, and which consents are withdrawn with it. */
async function objectionAnswer(
  tx: Tx,
  request: PrivacyRequest,
  outcome: string,
  said: { readonly by: string; readonly at: Date },
): Promise<string> {
  const withdrawn = await withdrawAdvertising(tx, request, said)
  return `${outcome}\n\n${withdrawnWords(withdrawn, await languageOf(tx, request.tenant_id, request.reply_to))}`
}

/**
 * Of a customer itself, what goes and stays with it, and when: the nights delete it. Undefined: somebody else is meant. Throws as `answerWhole` does.
 */
async function wholeAnswer(
  parts: PrivacyRequestParts,
  tx: Tx,
  { tenant_id: tenantId, subject }: PrivacyRequest,
  { principal, confirm }: { readonly principal: Principal; readonly confirm: string | undefined },
): Promise<WholeAnswer | undefined> {
  const tenant = await findTenant(tx, tenantId)
  if (tenant === undefined || (await personOf(tx, tenantId, subject)) !== undefined) return undefined
  return answerWhole(tx, parts, tenant, { principal, confirm, nowMs: parts.clock.epochMs() })
}

/** Deletes the person, and notes in the log of deletions how many of what. Throws `ErasureNotConfirmed`. */
async function eraseAndNote(
  parts: PrivacyRequestParts,
  tx: Tx,
  { tenant_id: tenantId, subject }: PrivacyRequest,
  confirm: string | undefined,
  at: Date,
): Promise<readonly Erasure[] | undefined> {
  const person = await personOf(tx, tenantId, subject)
  const tenant = await findTenant(tx, tenantId)
  if (person === undefined || tenant === undefined) return undefined
  if (confirm !== person.name) throw new ErasureNotConfirmed(person.name)
  const erased = await erasePerson(tx, parts, tenantId, person, tenant.profile.retention ?? {})
  for (const { kind, goes } of erased) if (goes > 0) await noteDeletion(tx, { tenantId, kind, count: goes, olderThan: at, at })
  return erased
}
