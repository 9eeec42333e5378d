import { z } from 'zod'
import { amountSchema } from '../amounts.ts'
import { explanation } from '../rated-calls/views.ts'
import { counsellingEntries } from './counselling-lines.ts'
import { CHOICES } from './terms.ts'

export const tags = ['itemised-bills']
export const ofTenant = { tenantId: z.uuid().optional().describe('Required with an operator key') }

const text = z.object({ de: z.string(), en: z.string() })
const choice = z.enum(CHOICES).describe('"full": whole numbers; "last-three-cut": without the last three digits; "none": no itemised bill')
const because = z.enum(['chosen', 'not-asked', 'not-offered', 'declaration-missing', 'objection'])

export const choiceView = z.object({
  id: z.uuid(),
  choice,
  withFlat: z.boolean().describe('Calls that cost nothing extra, too'),
  validFrom: z.iso.date().describe('First day of the month from which on it holds'),
  chosenBy: z.string(),
  chosenAt: z.iso.datetime(),
})

export const declarationView = z.object({
  id: z.uuid(),
  declaredBy: z.string(),
  declaredOn: z.iso.date(),
  worksCouncil: z.enum(['involved', 'not-required']),
  document: z.string().nullable(),
  recordedBy: z.string(),
  recordedAt: z.iso.datetime(),
  revokedBy: z.string().nullable(),
  revokedAt: z.iso.datetime().nullable().describe('null: it holds'),
})

export const settingsView = z.object({
  offered: z.array(z.enum(CHOICES)),
  needDeclaration: z.array(z.enum(CHOICES)).describe('Choices that need the declaration'),
  withFlatOffered: z.boolean(),
  deletedAfterMonths: z.int(),
  counsellingLines: z.enum(['hidden', 'summed']),
  nextMonth: z.iso.date().describe('First day of the month from which on a choice of today holds'),
  now: z.object({ choice, because, withFlat: z.boolean() }).describe('What holds for calls of this month'),
  choices: z.array(choiceView).describe('All, in the order in which they hold'),
  declarations: z.array(declarationView).describe('All, the newest first'),
})

export const newChoice = z.strictObject({
  ...ofTenant,
  choice: choice.meta({ examples: ['none'] }),
  withFlat: z.boolean().default(false),
})

export const newDeclaration = z.strictObject({
  ...ofTenant,
  declaredBy: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .describe('Who declares it for the company, by name')
    .meta({ examples: ['Erika Muster'] }),
  employeesInformed: z.literal(true).describe('All who work there are informed, and those who come will be'),
  worksCouncil: z
    .enum(['involved', 'not-required'])
    .describe('Works council or staff representation took part as the law wants it, or that is not required'),
  declaredOn: z.iso
    .date()
    .optional()
    .describe('Of a signed copy that the operator has: its date. Else today')
    .meta({ examples: ['2026-01-02'] }),
  document: z.string().trim().max(500).nullish().describe('Where the signed copy is filed'),
})

export const billView = z.object({
  invoiceId: z.uuid(),
  tenantId: z.uuid(),
  number: z.string(),
  month: z.iso.date().describe('First day of the month'),
  site: z.string().nullable(),
  state: z.enum(['available', 'none', 'gone']),
  shown: choice,
  because,
  withFlat: z.boolean(),
  goneFrom: z.iso.date().describe('First day on which it is gone; later while an objection is undecided'),
})

const sum = {
  calls: z.int().nullable().describe('null: not told'),
  seconds: z.int().nullable().describe('In whole increments; null: not told'),
  amount: z.string().describe('Net, exact; decimal with two to six places'),
}

export const wholeBillView = billView.extend({
  currency: z.string(),
  groups: z
    .array(
      z.object({
        siteId: z.string().nullable(),
        site: z.string().nullable(),
        extensionId: z.string().nullable(),
        extension: z.string().nullable(),
        ...sum,
      }),
    )
    .describe('By site and extension'),
  unlisted: z.object(sum).nullable().describe('Calls to lines for people in need, in one sum (§ 11 (5) TDDDG)'),
  lines: z.array(z.object({ text, amount: z.string() })).describe('What the invoice says of calls'),
  rounding: z.string().describe('To cents, line by line'),
  total: z.string().describe('Of the lines of the invoice: groups, what is not listed, and rounding come to it'),
  separate: z.int().describe('Calls that somebody else bills (BIL-10)'),
  isWhole: z.boolean().describe('false: some calls of the invoice have been deleted already'),
})

export const listedCallView = z.object({
  id: z.string(),
  siteId: z.string().nullable(),
  extensionId: z.string().nullable(),
  extension: z.string().nullable(),
  answeredAt: z.iso.datetime(),
  called: z.string().describe('Whole, or without its last three digits'),
  billedNumber: z.string(),
  origin: z.enum(['own', 'forwarded', 'call-back']),
  medium: z.enum(['voice', 'fax', 'data']),
  way: z.enum(['carrier', 'on-net', 'enum']),
  zone: text.nullable(),
  seconds: z.int(),
  billedSeconds: z.int(),
  price: amountSchema.nullable().describe('Net; null: somebody else bills it'),
})

export const explainedCallView = listedCallView.extend(explanation)

export const counsellingListView = z.object({
  entries: counsellingEntries,
  loadedBy: z.string().nullable().describe('null: the list that comes with the program'),
  loadedAt: z.iso.datetime().nullable(),
})
