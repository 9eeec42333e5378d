import { type Rating, ratingWords, shownAmount, type Tariff } from '@klinke/rating'
import { z } from 'zod'
import { amountSchema } from '../amounts.ts'
import { viewOfNumber } from './cut-number.ts'
import type { KeptCall } from './list-calls.ts'

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

export const explainedCallView = callView.extend({ because: z.array(text).describe('Why it costs what it costs, sentence by sentence') })

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

export function explained(
  call: KeptCall,
  showsNumber: boolean,
  tariffOf: (version: string) => Tariff | undefined,
): z.infer<typeof explainedCallView> {
  return { ...viewOfCall(call, showsNumber), because: ratingWords(call.rating, tariffOf).map(({ de, en }) => ({ de, en })) }
}
