import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { e164 } from '../numbers/rules.ts'

const line = (longest: number) => z.string().trim().max(longest)
const postalCode = z.string().regex(/^\d{5}$/, inBoth({ en: 'must be five digits', de: 'muss aus fünf Ziffern bestehen' }))

/** Where the line is; without street and house number only the place is listed. */
const entryAddress = z
  .strictObject({ street: line(100), houseNumber: line(20), postalCode, city: line(100).min(1) })
  .meta({ examples: [{ street: 'Lange Straße', houseNumber: '7', postalCode: '50667', city: 'Köln' }] })

const correspondence = z
  .strictObject({ name: line(100).min(1), street: line(100).min(1), houseNumber: line(20), postalCode, city: line(100).min(1) })
  .meta({ examples: [{ name: 'Muster GmbH, Buchhaltung', street: 'Lange Straße', houseNumber: '9', postalCode: '50667', city: 'Köln' }] })

/** The form of a directory entry (ORD-04). */
export const entryFields = {
  subscriberNumber: e164.describe('A number of the customer, or the first one of its block; the entry ends with it'),
  extension: z
    .string()
    .regex(/^\d{1,5}$/, inBoth({ en: 'must be one to five digits', de: 'muss aus einer bis fünf Ziffern bestehen' }))
    .nullable()
    .describe('Of a block: the digits behind its stem that are listed, such as 0; null: the stem alone')
    .meta({ examples: [null] }),
  use: z.enum(['phone', 'phone-and-fax', 'fax']).describe('What answers there'),
  kind: z.enum(['private', 'company', 'authority']),
  name: line(100).min(1).describe('Last name, company or authority'),
  firstName: line(60),
  title: line(40).describe('Such as Dr.'),
  historicName: line(60).describe('Part of the name that was a title of nobility, such as Freiherr von'),
  searchWord: line(60).describe('Under which it is found instead of the name'),
  profession: line(80).describe('Profession or line of business'),
  address: entryAddress.describe('As it is listed; without street and house number only the place'),
  correspondence: correspondence.nullable().describe('Where questions about the entry go; null: to the customer'),
  printed: z.enum(['no', 'yes', 'yes-marked']).describe('In printed directories; yes-marked: with the sign against advertising calls'),
  electronic: z.boolean().describe('In electronic directories'),
  inquiry: z.enum(['no', 'number', 'full']).describe('What directory inquiries may tell: nothing, the number, or the whole entry'),
  inverseSearch: z.boolean().describe('Who knows the number may ask for the name (§ 17 TDDDG)'),
  validFrom: z.iso.date(),
  validUntil: z.iso.date().nullable().describe('Last day; null: until the number goes'),
}
const fields = z.strictObject(entryFields)
/** What somebody wants to be listed. */
export type EntryForm = Readonly<z.infer<typeof fields>>

const texts = { firstName: '', title: '', historicName: '', searchWord: '', profession: '' }
export const newEntry = fields.extend({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  extension: entryFields.extension.default(null),
  firstName: entryFields.firstName.default(texts.firstName),
  title: entryFields.title.default(texts.title),
  historicName: entryFields.historicName.default(texts.historicName),
  searchWord: entryFields.searchWord.default(texts.searchWord),
  profession: entryFields.profession.default(texts.profession),
  correspondence: entryFields.correspondence.default(null),
  validUntil: entryFields.validUntil.default(null),
})
export const entryChange = fields.omit({ subscriberNumber: true }).partial()

/** What one can object to, each by itself (PRI-03). */
export const OBJECTIONS = ['printed', 'electronic', 'inquiry', 'inquiry-details', 'inverse-search', 'address', 'profession'] as const
export type Objection = (typeof OBJECTIONS)[number]

/** The entry without what somebody objects to; the rest stays as it is. */
export function withoutObjected(entry: EntryForm, against: readonly Objection[]): EntryForm {
  return against.reduce(withoutOne, entry)
}

function withoutOne(entry: EntryForm, against: Objection): EntryForm {
  switch (against) {
    case 'printed':
      return { ...entry, printed: 'no' }
    case 'electronic':
      return { ...entry, electronic: false }
    case 'inquiry':
      // Who may not tell the number cannot be asked for it by another way either.
      return { ...entry, inquiry: 'no', inverseSearch: false }
    case 'inquiry-details':
      return { ...entry, inquiry: entry.inquiry === 'full' ? 'number' : entry.inquiry }
    case 'inverse-search':
      return { ...entry, inverseSearch: false }
    case 'address':
      return { ...entry, address: { ...entry.address, street: '', houseNumber: '' } }
    case 'profession':
      return { ...entry, profession: '' }
  }
}

/** Whether anybody gets to know anything of it. */
export function isListed({ printed, electronic, inquiry }: Pick<EntryForm, 'printed' | 'electronic' | 'inquiry'>): boolean {
  return printed !== 'no' || electronic || inquiry !== 'no'
}
