import { type Rating, ratingWords, shownAmount } from '@klinke/rating'
import { z } from 'zod'
import { amountSchema } from '../amounts.ts'
import { viewOfNumber, withCutPrefix } from './cut-number.ts'
import type { KeptCall } from './list-calls.ts'
import { type PricedBy, priceRuleView, viewOfRule } from './price-rule.ts'

const text = z.object({ de: z.string(), en: z.string() })
const price = amountSchema.nullable().describe('Null: nothing is charged')

/** A call with its price, as the API gives it. */
export const callView = z.object({
  id: z.string(),
  callId: z.string(),
  month: z.string().describe('Such as 2026-11'),
  answeredAt: z.iso.datetime().nullable().describe('null: no connection came about'),
  endedAt: z.iso.datetime(),
  called: z.string().describe('Without the last three digits where the company has not agreed that administrators see whole numbers'),
  billedNumber: z.string(),
  extensionId: z.string().nullable(),
  siteId: z.string().nullable(),
  origin: z.enum(['own', 'forwarded', 'call-back']),
  way: z.enum(['carrier', 'on-net', 'enum']),
  medium: z.enum(['voice', 'fax', 'data']),
  outcome: z.enum(['rated', 'free', 'put-aside']).describe('"put-aside": the record cannot be rated; the operator looks at it'),
  zone: z.string().nullable(),
  seconds: z.int().describe('Of the connection'),
  billedSeconds: z.int().describe('In whole increments'),
  price,
  isSeparate: z.boolean().describe('Somebody else bills it (BIL-10)'),
  invoiceId: z.uuid().nullable(),
})

/** Why a call costs what it costs: in words, and the rule itself. */
export const explanation = {
  because: z.array(text).describe('Why it costs what it costs, sentence by sentence'),
  rule: priceRuleView,
}

export const explainedCallView = callView.extend(explanation)

/** `showsNumber`: whole; else the last three digits are cut (BIL-06). */
export function viewOfCall({ usage, rating, month, invoiceId }: KeptCall, showsNumber: boolean): z.infer<typeof callView> {
  const rated = rating.outcome === 'rated' ? rating : undefined
  return {
    ...{ id: usage.id, callId: usage.callId, month: month.slice(0, 7), outcome: rating.outcome },
    answeredAt: usage.answeredAtMs === undefined ? null : new Date(usage.answeredAtMs).toISOString(),
    endedAt: new Date(usage.endedAtMs).toISOString(),
    called: viewOfNumber(usage.called, showsNumber),
    ...{ billedNumber: usage.billedNumber, origin: usage.origin, way: usage.way, medium: usage.medium },
    ...{ extensionId: usage.extensionId ?? null, siteId: usage.siteId ?? null, invoiceId },
    ...{ zone: rated?.zone ?? null, isSeparate: rated?.isSeparate ?? false, billedSeconds: rated?.billedSeconds ?? 0 },
    seconds: rating.outcome === 'put-aside' ? 0 : rating.seconds,
    price: priceOf(rating),
  }
}

export function priceOf(rating: Rating): z.infer<typeof price> {
  return rating.outcome === 'rated' ? { amount: shownAmount(rating.amount), currency: rating.currency } : null
}

/** A call with why it costs what it costs. */
export function explained(call: KeptCall, showsNumber: boolean, by: PricedBy): z.infer<typeof explainedCallView> {
  return { ...viewOfCall(call, showsNumber), ...viewOfExplanation(call, showsNumber, by) }
}

/** `showsNumber`: with the whole prefix, else as far as the number is shown (BIL-06). */
export function viewOfExplanation({ rating, usage }: KeptCall, showsNumber: boolean, by: PricedBy) {
  const shown = showsNumber ? rating : withCutPrefix(rating, usage.called)
  return { because: ratingWords(shown, by.tariffOf).map(({ de, en }) => ({ de, en })), rule: viewOfRule(shown, by) }
}
