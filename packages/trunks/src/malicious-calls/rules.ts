import { e164 } from '@klinke/accounts'
import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { z } from 'zod'

/** Orders of one customer; all of them lie in memory. */
export const MAX_ORDERS = 100
/** Longest window of an order. § 14 TDDDG knows the future only, and only what is needed. */
export const MAX_WINDOW_DAYS = 92
/** A report has so many calls at most; the newest. */
export const MAX_REPORTED = 5_000

const time = z.iso.datetime({ offset: true })
const text = z.string().trim().min(1).max(500)

export const newOrder = z.strictObject({
  tenantId: z.uuid(),
  calledNumber: e164.describe('The number of the customer that is called'),
  reason: text.describe('Why: threats, harassment').meta({ examples: ['Drohanrufe'] }),
  requestReference: text
    .describe('The document by which the customer has asked for it, such as its file number')
    .meta({ examples: ['F-2026-17'] }),
  validFrom: time.meta({ examples: ['2030-01-01T00:00:00Z'] }).describe('Not before now: only calls to come are kept'),
  validUntil: time.meta({ examples: ['2030-02-01T00:00:00Z'] }),
  keepDays: z.int().min(1).max(365).default(90).describe('Days after which a call is deleted'),
  userMayMark: z.boolean().default(false).describe('Who is called may mark a call by *39'),
})
export const releaseRequest = z.strictObject({
  reason: text.describe('To whom and why the report is given out').meta({ examples: ['Anzeige bei der Polizei'] }),
})

export const orderView = z.object({
  ...{ id: z.uuid(), tenantId: z.uuid(), calledNumber: e164, reason: z.string(), requestReference: z.string() },
  ...{ validFrom: z.iso.datetime(), validUntil: z.iso.datetime(), keepDays: z.int(), userMayMark: z.boolean() },
  ...{ orderedBy: z.string(), createdAt: z.iso.datetime() },
  release: z
    .object({
      ...{ reason: z.string(), askedBy: z.string(), askedAt: z.iso.datetime() },
      ...{ releasedBy: z.string().nullable(), releasedAt: z.iso.datetime().nullable() },
    })
    .nullable()
    .describe('null: nobody has asked for the report'),
})
export const reportView = z.object({
  order: orderView,
  calls: z.array(
    z.object({
      ...{ at: z.iso.datetime(), shown: z.string().nullable(), asserted: z.array(z.string()), displayName: z.string().nullable() },
      hidden: z.boolean().describe('The caller did not want to be shown'),
      ...{ carrier: z.string(), sipCallId: z.string(), markedAt: z.iso.datetime().nullable() },
    }),
  ),
})

export class OrderNotOwnNumber extends KlinkeError {
  constructor(number: string) {
    super('trace-not-own-number', `${number} is none of the customer's numbers: only calls to its own can be traced.`)
  }
}

export class OrderWindowWrong extends KlinkeError {
  constructor() {
    super('trace-window-wrong', `The window must begin no earlier than now, end after it begins, and be ${MAX_WINDOW_DAYS} days at most.`)
  }
}

export class TooManyOrders extends KlinkeError {
  constructor() {
    super('too-many-trace-orders', `A customer has ${MAX_ORDERS} orders at most. Delete those that are over.`)
  }
}

export class ReleaseMissing extends KlinkeError {
  constructor() {
    super(
      'trace-release-missing',
      'The report has not been released: one person asks for the release with a reason, another one releases it.',
    )
  }
}

export class SamePerson extends KlinkeError {
  constructor() {
    super('trace-same-person', 'Whoever has asked for the release cannot give it. Another person must release the report.')
  }
}

export const traceProblems: ProblemTable = {
  'trace-not-own-number': {
    status: 422,
    title: { en: 'Not one of the customer’s numbers', de: 'Keine Rufnummer des Kunden' },
    germanDetail: 'Nur Anrufe an eigene Rufnummern des Kunden lassen sich zurückverfolgen.',
  },
  'trace-window-wrong': {
    status: 422,
    title: { en: 'The window of time is wrong', de: 'Der Zeitraum stimmt nicht' },
    germanDetail: `Der Zeitraum muss in der Zukunft liegen, enden, nachdem er begonnen hat, und darf höchstens ${MAX_WINDOW_DAYS} Tage dauern.`,
  },
  'too-many-trace-orders': {
    status: 422,
    title: { en: 'Too many orders', de: 'Zu viele Aufträge' },
    germanDetail: 'Mehr Aufträge kann ein Kunde nicht haben. Löschen Sie abgelaufene.',
  },
  'trace-release-missing': {
    status: 409,
    title: { en: 'The report is not released', de: 'Der Bericht ist nicht freigegeben' },
    germanDetail: 'Der Bericht ist nicht freigegeben: Eine Person beantragt die Freigabe mit Begründung, eine andere gibt ihn frei.',
  },
  'trace-same-person': {
    status: 409,
    title: { en: 'Another person must release it', de: 'Eine andere Person muss freigeben' },
    germanDetail: 'Wer die Freigabe beantragt hat, kann sie nicht erteilen. Eine andere Person muss den Bericht freigeben.',
  },
}
