import { type Api, type ApiRoutes, InvalidRequest } from '@klinke/platform'
import { MEDIA, type MobilePrefix, ORIGINS, RATING_FAULTS } from '@klinke/rating'
import { z } from 'zod'
import { mobilePrefixes } from '../rated-calls/mobile-prefixes.ts'
import { stepView, viewOfRule } from '../rated-calls/price-rule.ts'
import { GERMAN_MOBILE } from '../rated-calls/tariff-books.ts'
import { MAX_BUNDLES, type TariffDocument, tariffId } from '../rated-calls/tariff-file.ts'
import { findDraft } from './draft-store.ts'
import { TrialWithFaults } from './problems.ts'
import { config, type DraftRouteParts, tags, words } from './route-parts.ts'
import { type Trial, type TriedCall, tried } from './trial.ts'
import { findTariffVersion } from './versions.ts'
import { wrong } from './wrong-edit.ts'

/** In a month of 31 days, on a thousand lines at once. */
const MOST_SECONDS = 2_678_400_000
const MOST_SEATS = 100_000

const trialBody = z
  .strictObject({
    by: z.union([z.strictObject({ versionId: z.uuid() }), z.strictObject({ draftId: z.uuid() })]).describe('A version or a draft'),
    called: z
      .string()
      .regex(/^\+[1-9]\d{1,14}$/)
      .describe('E.164 with plus')
      .meta({ examples: ['+4917612345678'] }),
    at: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
      .describe('On the clock on the wall where the tariff holds')
      .meta({ examples: ['2026-11-28T14:00'] }),
    seconds: z.int().min(1).max(86_400).default(60),
    origin: z.enum(ORIGINS).default('own'),
    medium: z.enum(MEDIA).default('voice'),
    billedNumber: z
      .string()
      .regex(/^\+[1-9]\d{0,14}$/)
      .default('+49')
      .describe('How the number begins that pays'),
    bundles: z
      .array(
        z.strictObject({ id: tariffId, usedSeconds: z.int().min(0).max(MOST_SECONDS).default(0).describe('Used up in the month before') }),
      )
      .max(MAX_BUNDLES)
      .default([])
      .describe('Bundles and flat rates that the caller has booked; none: list price'),
    seats: z.int().min(1).max(MOST_SEATS).default(1).describe('For so many extensions, which are all that there are'),
  })
  .describe('A call that nobody has made')
const trialView = z.object({
  outcome: z.enum(['rated', 'free', 'put-aside']),
  fault: z.enum(RATING_FAULTS).nullable().describe('Why it has no price'),
  price: z.object({ amount: z.string(), currency: z.string() }).nullable().describe('Net'),
  zone: z.string().nullable(),
  prefix: z.string().nullable(),
  row: z.int().nullable().describe('Place of the price among those of the zone, from 0'),
  billedSeconds: z.int().nullable(),
  isHoliday: z.boolean().describe('The day is one of the holidays of the tariff'),
  steps: z.array(stepView).describe('Parts of the call at one price each, with period and what bundles gave'),
  because: z.array(words).describe('Sentence by sentence'),
})

/** What a call would cost by a version or a draft: for the operator. */
export function trialRoutes(parts: DraftRouteParts): ApiRoutes {
  return (api) => addTrial(api, parts)
}

function addTrial(api: Api, parts: DraftRouteParts): void {
  const schema = {
    tags,
    summary: 'Say what a call would cost by a version or a draft, and why',
    body: trialBody,
    response: { 200: trialView },
  }
  api.post('/tariff-trials', { config: { ...config, act: 'read' }, schema }, async (request) => {
    const { at, by, ...call } = request.body
    const document = await documentOf(parts, by)
    assertBundles(document, call.bundles)
    const result = tried(document, await knownMobile(parts), { ...call, at: civilTime(at) })
    if (!result.ok) throw new TrialWithFaults(result.error.length)
    return viewOfTrial(result.value, document)
  })
}

function assertBundles({ bundles = [] }: TariffDocument, asked: TriedCall['bundles']): void {
  for (const [index, { id }] of asked.entries())
    if (!bundles.some((each) => each.id === id))
      throw wrong(`/bundles/${index}/id`, { en: `There is no bundle ${id}.`, de: `Das Paket ${id} gibt es nicht.` })
}

async function documentOf(parts: DraftRouteParts, by: z.output<typeof trialBody>['by']): Promise<TariffDocument> {
  if ('versionId' in by) return (await findTariffVersion(parts, by.versionId)).document
  return (await parts.database.withOperator((tx) => findDraft(tx, by.draftId))).document
}

async function knownMobile({ database }: DraftRouteParts): Promise<readonly MobilePrefix[]> {
  const { prefixes } = await database.withOperator((tx) => mobilePrefixes(tx))
  return [...GERMAN_MOBILE, ...prefixes]
}

function civilTime(text: string): Temporal.PlainDateTime {
  try {
    return Temporal.PlainDateTime.from(text)
  } catch {
    const detail = { en: 'This is no moment of the calendar.', de: 'Diesen Zeitpunkt gibt es im Kalender nicht.' }
    throw new InvalidRequest(detail, [{ pointer: '/at', detail }])
  }
}

function viewOfTrial({ rating, price, because, isHoliday, tariff }: Trial, { currency }: TariffDocument): z.infer<typeof trialView> {
  const rated = rating.outcome === 'rated' ? rating : undefined
  return {
    ...{ outcome: rating.outcome, fault: rating.outcome === 'put-aside' ? rating.fault : null },
    price: price === null ? null : { amount: price, currency },
    ...{ zone: rated?.zone ?? null, prefix: rated?.prefix ?? null, billedSeconds: rated?.billedSeconds ?? null },
    row: rated?.pieces[0]?.row ?? null,
    ...{ isHoliday, steps: viewOfRule(rating, { tariffOf: () => tariff, nameOf: () => undefined })?.steps ?? [] },
    because: because.map(({ de, en }) => ({ de, en })),
  }
}
