import { KlinkeError } from '@klinke/foundation'
import { inBoth, type ProblemTable } from '@klinke/platform'
import { z } from 'zod'
import { blockSize, e164 } from '../numbers/rules.ts'
import { PORTING_CASES, REJECTION_CODES } from './cases.ts'
import { holderSchema } from './message.ts'
import { PORTING_DIRECTIONS, PORTING_STATES, PORTING_STEPS } from './porting.ts'

/** Portings of one customer at a time. */
export const MAX_PORTINGS = 1_000
/** Longest window of a cut-over. */
const MAX_WINDOW_HOURS = 12
const HOUR_MS = 3_600_000

/** ORD-01: numbers are switched on working days. */
export const workingDay = z.iso
  .date()
  .refine(
    (day) => Temporal.PlainDate.from(day).dayOfWeek <= 5,
    inBoth({ en: 'must be a day from Monday to Friday', de: 'muss ein Tag von Montag bis Freitag sein' }),
  )

const carrierCode = z
  .string()
  .regex(
    /^DEU\.[A-Z0-9]{2,12}$/,
    inBoth({ en: 'must be the code of a carrier such as DEU.ANDERER', de: 'muss die Kennung eines Anbieters wie DEU.ANDERER sein' }),
  )

/** What the form says (ORD-03); one for each number or block. */
const form = {
  businessCase: z
    .enum(PORTING_CASES)
    .describe('VA-KUE-MRN: all numbers and an end of the line; VA-KUE-ORN: only its end; VA-RRNP: only numbers'),
  carrier: carrierCode.describe('The present carrier').meta({ examples: ['DEU.ANDERER'] }),
  holder: holderSchema
    .refine(
      ({ street }) => !/postfach|^p\.?\s*o\.?\s*box/i.test(street),
      inBoth({ en: 'must be where the line ends, not a PO box', de: 'muss die Anschrift des Anschlusses sein, kein Postfach' }),
    )
    .describe('Who has the line at the present carrier, and where it ends'),
  contact: z.string().trim().max(100).describe('Who signs for a company'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, inBoth({ en: 'must be a code such as DE', de: 'muss ein Kürzel wie DE sein' }))
    .describe('Where the old line is (ISO 3166-1)')
    .meta({ examples: ['DE'] }),
  email: z.email().max(254).nullable().describe('Of the holder, for questions'),
  attendant: z
    .string()
    .regex(/^\d{1,5}$/, inBoth({ en: 'must be one to five digits', de: 'muss aus einer bis fünf Ziffern bestehen' }))
    .nullable()
    .describe('Of a block: the digits behind its stem where the attendant answers, such as 0'),
  directoryEntry: z.boolean().describe('The directory entry comes along'),
  keepTemporary: z.boolean().describe('Temporary numbers stay beside (TRK-17); false: they are given back once the porting is confirmed'),
  wishedFor: workingDay.describe('Wished for, Monday to Friday').meta({ examples: ['2030-03-04'] }),
}
export const newPorting = z.strictObject({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  number: e164.describe('The number, or the first one of the block; from then on it is the customer’s as `ordered`, unless it is already'),
  size: blockSize.default(1).describe('Of the block; 1: a single number'),
  siteId: z.uuid().nullable().default(null).describe('Where it will be; null: the main site'),
  ...form,
  ...{
    attendant: form.attendant.default(null),
    contact: form.contact.default(''),
    country: form.country.default('DE'),
    email: form.email.default(null),
    directoryEntry: form.directoryEntry.default(false),
    keepTemporary: form.keepTemporary.default(false),
  },
})
export const portingChange = z.strictObject(form).partial()

const window = z.strictObject({ from: z.iso.datetime({ offset: true }), until: z.iso.datetime({ offset: true }) }).refine(
  ({ from, until }) => Date.parse(until) > Date.parse(from) && Date.parse(until) - Date.parse(from) <= MAX_WINDOW_HOURS * HOUR_MS,
  inBoth({
    en: `must end after it begins, and last ${MAX_WINDOW_HOURS} hours at most`,
    de: `muss enden, nachdem es begonnen hat, und darf höchstens ${MAX_WINDOW_HOURS} Stunden dauern`,
  }),
)

/** The step, with what belongs to it. */
export const portingStep = z.discriminatedUnion('step', [
  z.strictObject({
    step: z.enum(['ask', 'correct', 'switch', 'confirm', 'roll-back', 'cancel']),
    remark: z.string().trim().max(500).default(''),
  }),
  z.strictObject({ step: z.enum(['agree', 'postpone']), agreedFor: workingDay }),
  z.strictObject({
    ...{ step: z.literal('reject'), codes: z.array(z.enum(REJECTION_CODES)).min(1).max(REJECTION_CODES.length) },
    remark: z.string().trim().max(500).default(''),
  }),
  z.strictObject({ step: z.literal('schedule'), window: window.describe('The numbers are switched by themselves when it begins') }),
])
export type MadeStep = Readonly<z.infer<typeof portingStep>>

const words = z.object({ de: z.string(), en: z.string() })
const rejection = z.object({ code: z.enum(REJECTION_CODES), reason: words, remedy: words })
export const portingView = z.object({
  ...{ id: z.uuid(), tenantId: z.uuid(), direction: z.enum(PORTING_DIRECTIONS), number: e164, size: z.int() },
  ...{ businessCase: z.enum(PORTING_CASES), carrier: carrierCode, holder: holderSchema, attendant: z.string().nullable() },
  ...{ contact: z.string(), country: z.string(), email: z.string().nullable() },
  ...{ directoryEntry: z.boolean(), keepTemporary: z.boolean(), wishedFor: z.iso.date() },
  state: z.enum(PORTING_STATES),
  steps: z.array(z.enum(PORTING_STEPS)).describe('What can be done now'),
  reference: z.string().nullable().describe('Of the preliminary agreement'),
  agreedFor: z.iso.date().nullable(),
  window: z.object({ from: z.iso.datetime(), until: z.iso.datetime() }).nullable(),
  rejections: z.array(rejection).describe('Why the present carrier refuses, and what to do'),
  remark: z.string(),
  deviations: z
    .array(z.object({ field: z.string(), given: z.string(), known: z.string() }))
    .describe('What the form says otherwise than the contract: the other carrier would probably refuse it'),
  expected: z.array(rejection).describe('The refusals that these would bring'),
  ...{ createdBy: z.string(), createdAt: z.iso.datetime() },
})
export const portingHistory = z.object({
  items: z.array(
    z.object({
      step: z.enum([...PORTING_STEPS, 'create']),
      state: z.enum(PORTING_STATES),
      by: z.string(),
      at: z.iso.datetime(),
      detail: z.string(),
    }),
  ),
})

export class PortingUnderWay extends KlinkeError {
  constructor(number: string) {
    super('porting-under-way', `${number} is being ported already. Cancel that porting first, or correct it.`)
  }
}

export class NumberNotPortable extends KlinkeError {
  constructor(number: string) {
    super(
      'number-not-portable',
      `${number} is not the first number of something of that size that this customer has ordered. Look at it: GET /number-ranges/{e164}.`,
    )
  }
}

export class TooManyPortings extends KlinkeError {
  constructor() {
    super('too-many-portings', `A customer has ${MAX_PORTINGS} portings under way at most.`)
  }
}

export class PortingNoDraft extends KlinkeError {
  constructor() {
    super('porting-no-draft', 'The form has been sent. It can be changed again after the step "correct".')
  }
}

/** Numbers that come are ordered with the form; where only the line ends there are none. */
export class PortingCaseFixed extends KlinkeError {
  constructor() {
    super('porting-case-fixed', 'Between VA-KUE-ORN and the cases with numbers a form is not changed. Cancel it and write a new one.')
  }
}

export class WindowNotOnDay extends KlinkeError {
  constructor(day: string) {
    super('porting-window-wrong', `The window must lie on the agreed day, ${day}, and not in the past.`)
  }
}

/** ORD-03: where the profile says so. */
export class DebtsFirst extends KlinkeError {
  constructor() {
    super('porting-debts-first', 'The customer owes money, and its product lets numbers go only once that is paid.')
  }
}

export const portingProblems: ProblemTable = {
  'porting-step-impossible': {
    status: 409,
    title: { en: 'Not now', de: 'Jetzt nicht möglich' },
    germanDetail: 'Dieser Schritt gehört nicht zum Zustand der Portierung.',
  },
  'porting-under-way': {
    status: 409,
    title: { en: 'The number is being ported', de: 'Die Rufnummer wird schon portiert' },
    germanDetail: 'Diese Rufnummer wird schon portiert. Brechen Sie die laufende Portierung zuerst ab, oder berichtigen Sie sie.',
  },
  'number-not-portable': {
    status: 422,
    title: { en: 'No ordered number', de: 'Keine bestellte Rufnummer' },
    germanDetail:
      'Mit dieser Rufnummer beginnt nichts von dieser Größe, was der Kunde bestellt hat. Sehen Sie im Bestand der Rufnummern nach.',
  },
  'too-many-portings': {
    status: 422,
    title: { en: 'Too many portings', de: 'Zu viele Portierungen' },
    germanDetail: 'Mehr Portierungen kann ein Kunde nicht zugleich haben. Warten Sie, bis einige beendet sind.',
  },
  'porting-no-draft': {
    status: 409,
    title: { en: 'The form has been sent', de: 'Der Auftrag ist schon unterwegs' },
    germanDetail: 'Der Auftrag ist schon beim anderen Anbieter. Ändern lässt er sich erst wieder nach dem Schritt „berichtigen“.',
  },
  'porting-case-fixed': {
    status: 409,
    title: { en: 'The case stays', de: 'Der Geschäftsfall bleibt' },
    germanDetail:
      'Zwischen VA-KUE-ORN und den Fällen mit Rufnummern wechselt ein Auftrag nicht. Brechen Sie ihn ab, und legen Sie einen neuen an.',
  },
  'porting-window-wrong': {
    status: 422,
    title: { en: 'The window is wrong', de: 'Das Zeitfenster stimmt nicht' },
    germanDetail: 'Das Zeitfenster muss am vereinbarten Tag liegen, und nicht in der Vergangenheit.',
  },
  'porting-debts-first': {
    status: 409,
    title: { en: 'Debts first', de: 'Erst die offenen Rechnungen' },
    germanDetail: 'Der Kunde hat offene Rechnungen, und sein Vertrag lässt Rufnummern erst gehen, wenn sie bezahlt sind.',
  },
}
