import { KlinkeError } from '@klinke/foundation'
import { inBoth, type ProblemTable } from '@klinke/platform'
import { z } from 'zod'

/** Prefixes of one carrier's price list; lists for the whole world have about 30,000. */
export const MAX_RATES = 60_000
/** Prices of one prefix that follow each other in time. */
export const MAX_RATES_OF_PREFIX = 20
/** Octets of a price list as it is sent. */
export const MAX_PRICE_LIST_OCTETS = 12 * 1_048_576
/** Rules of the operator at most. */
export const MAX_RULES = 10_000

export const prefix = z
  .string()
  .regex(
    /^\+[1-9]\d{0,14}$/,
    inBoth({ en: 'must be the beginning of a number, such as +4917', de: 'muss der Anfang einer Nummer sein, etwa +4917' }),
  )
  .describe('How numbers begin, E.164')

export const rateFields = z.strictObject({
  prefix,
  microsPerMinute: z.int().min(0).max(100_000_000).describe('Millionths of a euro'),
  validFrom: z.iso.datetime().nullable().default(null).describe('null: since ever'),
  validUntil: z.iso.datetime().nullable().default(null).describe('null: until further notice'),
})
export type RateFields = z.infer<typeof rateFields>

export const priceList = z.strictObject({ rates: z.array(rateFields).max(MAX_RATES) })

const ruleFields = {
  prefix,
  effect: z.enum(['only', 'first', 'never']).describe('`only`: these carriers alone; `first`: these before others; `never`: all but these'),
  carrierIds: z.array(z.uuid()).min(1).max(32),
  note: z.string().trim().max(200).nullable(),
}
export const newRule = z.strictObject({ ...ruleFields, note: ruleFields.note.default(null) })
export type NewRule = z.infer<typeof newRule>
export const ruleChange = z.strictObject(ruleFields).partial()
export const ruleView = z.object({ ...ruleFields, id: z.uuid(), createdAt: z.iso.datetime() })

/** What one prefix costs: one price, or several that follow each other in time. */
export const prefixRates = z.strictObject({
  rates: z
    .array(rateFields.omit({ prefix: true }))
    .min(1)
    .max(MAX_RATES_OF_PREFIX),
})

export class RulePrefixTaken extends KlinkeError {
  constructor(taken: string) {
    super('carrier-rule-taken', `There is a rule for ${taken} already. Change that one.`)
  }
}

export class UnknownCarrier extends KlinkeError {
  constructor(id: string) {
    super('carrier-unknown', `There is no carrier ${id}.`)
  }
}

export class CarrierInRules extends KlinkeError {
  constructor(prefixes: readonly string[]) {
    super('carrier-in-rules', `Rules name this carrier: ${prefixes.join(', ')}. Change them first.`)
  }
}

export class RatesOverlap extends KlinkeError {
  constructor(overlapping: string) {
    super('rates-overlap', `Two prices for ${overlapping} hold at the same time. Let one end when the other begins.`)
  }
}

export class TooManyRates extends KlinkeError {
  constructor() {
    super('too-many-rates', `A price list has ${MAX_RATES} prices at most.`)
  }
}

export class PricesChangedSince extends KlinkeError {
  constructor() {
    super('prices-changed-since', 'The price list has been changed since this import. Import the list that is to hold instead.')
  }
}

export class TooManyCarrierRules extends KlinkeError {
  constructor() {
    super('too-many-carrier-rules', `There are ${MAX_RULES} rules already. Delete some that are not needed any more.`)
  }
}

export const carrierRoutingProblems: ProblemTable = {
  'carrier-rule-taken': {
    status: 409,
    title: { en: 'Rule exists', de: 'Regel schon vorhanden' },
    germanDetail: 'Für diesen Nummernanfang gibt es schon eine Leitwegregel. Ändern Sie jene.',
  },
  'carrier-unknown': {
    status: 422,
    title: { en: 'Unknown carrier', de: 'Unbekannter Carrier' },
    germanDetail: 'Einen der genannten Carrier gibt es nicht.',
  },
  'carrier-in-rules': {
    status: 409,
    title: { en: 'Carrier in use', de: 'Carrier in Gebrauch' },
    germanDetail: 'Leitwegregeln nennen diesen Carrier. Ändern Sie zuerst diese Regeln.',
  },
  'rates-overlap': {
    status: 422,
    title: { en: 'Prices overlap', de: 'Preise überschneiden sich' },
    germanDetail: 'Zwei Preise für denselben Nummernanfang gelten zur selben Zeit. Lassen Sie den einen enden, wenn der andere beginnt.',
  },
  'too-many-rates': {
    status: 422,
    title: { en: 'Too many prices', de: 'Zu viele Preise' },
    germanDetail: `Eine Preisliste hat höchstens ${MAX_RATES} Preise.`,
  },
  'prices-changed-since': {
    status: 409,
    title: { en: 'The prices have been changed since', de: 'Die Preise sind seitdem geändert worden' },
    germanDetail: 'Die Preisliste ist seit diesem Einlesen geändert worden. Lesen Sie stattdessen die Liste ein, die gelten soll.',
  },
  'too-many-carrier-rules': {
    status: 409,
    title: { en: 'Too many rules', de: 'Zu viele Regeln' },
    germanDetail: 'Mehr Leitwegregeln sind nicht möglich. Löschen Sie solche, die nicht mehr gebraucht werden.',
  },
}
