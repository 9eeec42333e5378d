import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { COMPONENTS, SIDES } from './component.ts'

const MAX_HOURS = 72
const HOUR_MS = 3_600_000
const MAX_CUSTOMERS = 1_000

const moment = z.iso.datetime({ offset: true })
export const title = z.object({ de: z.string(), en: z.string() })
const shortText = z.string().trim().min(1).max(120)
const longText = z.string().trim().max(2_000)
export const newTitle = z.strictObject({ de: shortText, en: shortText }).meta({ examples: [{ de: 'Neue Software', en: 'New software' }] })
export const components = z
  .array(z.enum(COMPONENTS))
  .min(1)
  .describe('What may not work meanwhile')
  .meta({ examples: [['signalling', 'calls']] })

const plan = {
  title: newTitle,
  text: z.strictObject({ de: longText, en: longText }).describe('What is done, and what it means'),
  from: moment.meta({ examples: ['2030-01-05T23:00:00Z'] }),
  until: moment.meta({ examples: ['2030-01-06T01:00:00Z'] }),
  components,
  customers: z
    .array(z.uuid())
    .min(1)
    .max(MAX_CUSTOMERS)
    .nullable()
    .describe('Whom it concerns; null: everyone')
    .meta({ examples: [null] }),
  urgent: z.boolean().describe('Cannot wait, such as for a security hole: shorter notice where the contract has one'),
}
const insist = z.boolean().default(false).describe('Announce it although a contract wants longer notice: there it counts as an outage')

const inOrder = ({ from, until }: { readonly from?: string | undefined; readonly until?: string | undefined }): boolean => {
  if (from === undefined || until === undefined) return true
  const length = Date.parse(until) - Date.parse(from)
  return length > 0 && length <= MAX_HOURS * HOUR_MS
}
const outOfOrder = (): { path: PropertyKey[]; message: string } => ({
  path: ['until'],
  message: inBoth({
    en: `must be after the begin, and ${MAX_HOURS} hours later at most`,
    de: `muss nach dem Beginn liegen, höchstens ${MAX_HOURS} Stunden später`,
  }),
})

export const newWindow = z
  .strictObject({
    ...plan,
    ...{ text: plan.text.default({ de: '', en: '' }), customers: plan.customers.default(null), urgent: plan.urgent.default(false), insist },
  })
  .refine(inOrder, outOfOrder())
export const windowChange = z
  .strictObject({ ...plan, insist })
  .partial()
  .refine(inOrder, outOfOrder())

export const windowView = z.object({
  ...{ id: z.uuid(), title, text: title, from: z.iso.datetime(), until: z.iso.datetime(), components: z.array(z.enum(COMPONENTS)) },
  customers: z.array(z.uuid()).nullable().describe('null: everyone; a customer sees only itself'),
  urgent: z.boolean(),
  announcedAt: z.iso.datetime().describe('When its time was said last: from then on notice runs'),
  cancelledAt: z.iso.datetime().nullable(),
})

const outageView = z.object({ from: z.iso.datetime(), until: z.iso.datetime() })
export const availabilityView = z.object({
  ...{ tenantId: z.uuid(), from: z.iso.date().describe('First day of the year'), until: z.iso.date().describe('Its last day') },
  sides: z
    .array(
      z.object({
        side: z.enum(SIDES).describe('"internet": towards phones; "upstream": towards other networks'),
        target: z.number().describe('Promised, in percent'),
        percent: z.number().describe('Of a year that runs: if nothing fails any more'),
        outageMinutes: z.number(),
        excludedMinutes: z.number().describe('Of outages that maintenance leaves out of account'),
        yearMinutes: z.number(),
        isMet: z.boolean(),
        outages: z.array(outageView).describe('What is deducted; the last hundred'),
      }),
    )
    .describe('Empty: nothing was promised'),
})

export const incidentView = z.object({
  ...{ id: z.uuid(), title, components: z.array(z.enum(COMPONENTS)), beganAt: z.iso.datetime(), endedAt: z.iso.datetime().nullable() },
  news: z.array(z.object({ text: title, at: z.iso.datetime() })).describe('The newest first'),
})
const newsText = z.string().trim().min(1).max(2_000)
const news = z
  .strictObject({ de: newsText, en: newsText })
  .meta({ examples: [{ de: 'Wir suchen die Ursache.', en: 'We are looking for the cause.' }] })
export const newIncident = z.strictObject({
  ...{ title: newTitle, components, text: news },
  beganAt: moment
    .optional()
    .describe('Absent: now')
    .meta({ examples: ['2026-01-05T08:00:00Z'] }),
})
export const newNews = z.strictObject({ text: news, isOver: z.boolean().default(false).describe('true: the fault is mended') })
