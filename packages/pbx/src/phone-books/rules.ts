import { KlinkeError } from '@klinke/foundation'
import { parsePublic } from '@klinke/numbering'
import type { ProblemTable } from '@klinke/platform'
import { z } from 'zod'

/** Entries of all phone books of a tenant, and of one extension's own; the profile may say otherwise. */
export const DEFAULT_ENTRIES = 100_000
export const DEFAULT_PERSONAL_ENTRIES = 2_000
/** Phone books of a tenant, those of extensions not counted. */
export const MAX_BOOKS = 50
const MAX_NUMBERS = 20

/** What becomes of entries of an import that are in the phone book already, by name and company. */
export const DUPLICATES = ['skip', 'replace', 'add'] as const
export type Duplicates = (typeof DUPLICATES)[number]

export const NUMBER_KINDS = ['work', 'mobile', 'home', 'fax', 'other'] as const
export type NumberKind = (typeof NUMBER_KINDS)[number]

export interface EntryNumber {
  readonly kind: NumberKind
  /** E.164, or a number that is the same everywhere in Germany (115, 116xxx, 118xx). */
  readonly number: string
}

/** What somebody wrote about somebody. */
export interface EntryFields {
  /** May be empty where there is a company. */
  readonly name: string
  readonly company: string
  readonly email: string
  readonly notes: string
  readonly favourite: boolean
  readonly numbers: readonly EntryNumber[]
}

/** Characters of the texts of an entry, at most. */
export const MAX_TEXT = { name: 100, company: 100, email: 254, notes: 2_000 } as const

/** A number as people write it, in the one way it is kept; undefined when it is none. */
export function keptNumber(written: string, areaCode: string | null): string | undefined {
  const meaning = parsePublic(written, areaCode ?? undefined)
  if (meaning.kind === 'public') return meaning.number
  return meaning.kind === 'short-code' ? meaning.code : undefined
}

/** What phones and lists show for a number of the entry. */
export function labelOf({ name, company }: Pick<EntryFields, 'name' | 'company'>): string {
  if (name === '') return company
  return company === '' ? name : `${name} (${company})`
}

const text = (most: number) => z.string().trim().max(most)
const entryNumber = z.strictObject({
  kind: z.enum(NUMBER_KINDS),
  number: z
    .string()
    .trim()
    .min(2)
    .max(40)
    .describe('As people write it; kept as E.164')
    .meta({ examples: ['+49221555001'] }),
})
const entryFields = {
  name: text(MAX_TEXT.name).meta({ examples: ['Erika Muster'] }),
  company: text(MAX_TEXT.company),
  email: text(MAX_TEXT.email),
  notes: text(MAX_TEXT.notes),
  favourite: z.boolean(),
  numbers: z.array(entryNumber).max(MAX_NUMBERS),
}
export const newEntry = z.strictObject({
  name: entryFields.name.default('').meta({ examples: ['Erika Muster'] }),
  company: entryFields.company.default(''),
  email: entryFields.email.default(''),
  notes: entryFields.notes.default(''),
  favourite: entryFields.favourite.default(false),
  numbers: entryFields.numbers.default([]),
})
export const entryChange = z.strictObject(entryFields).partial()
export const newBook = z.strictObject({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  name: z.string().trim().min(1).max(100),
})
export const bookChange = z.strictObject({ name: newBook.shape.name })

/** When a caller is named by a phone book: who gave no name, everybody who stands in one, or nobody. */
export const nameCallers = z.enum(['unnamed', 'always', 'never'])
export type NameCallers = z.infer<typeof nameCallers>
export const phoneBookSettings = z.strictObject({
  nameCallers: nameCallers.describe(
    'Callers with an entry are named on phones and in lists: who gave no name (`unnamed`), all (`always`), none (`never`)',
  ),
})

export class PhoneBookNameTaken extends KlinkeError {
  constructor(name: string) {
    super('phone-book-name-taken', `The tenant has a phone book "${name}" already. Choose another name, or use that one.`)
  }
}

export class PhoneBookFull extends KlinkeError {
  constructor(most: number, would: number) {
    super(
      'phone-book-full',
      `There is room for ${most} entries, and there would be ${would}. Delete some, or ask your provider for more.`,
      {
        german: `Platz ist für ${most} Einträge, und es wären ${would}. Löschen Sie einige, oder bitten Sie Ihren Anbieter um mehr.`,
      },
    )
  }
}

export class TooManyPhoneBooks extends KlinkeError {
  constructor() {
    super('too-many-phone-books', `A tenant has ${MAX_BOOKS} phone books at most. Put the entries into one of those.`)
  }
}

export const phoneBookProblems: ProblemTable = {
  'phone-book-name-taken': {
    status: 409,
    title: { en: 'Phone book exists already', de: 'Telefonbuch gibt es bereits' },
    germanDetail: 'Ein Telefonbuch mit diesem Namen gibt es schon. Nehmen Sie einen anderen Namen, oder nehmen Sie jenes.',
  },
  'phone-book-full': {
    status: 409,
    title: { en: 'The phone book is full', de: 'Das Telefonbuch ist voll' },
    germanDetail: 'So viele Einträge haben nicht Platz. Löschen Sie einige, oder bitten Sie Ihren Anbieter um mehr.',
  },
  'too-many-phone-books': {
    status: 409,
    title: { en: 'Too many phone books', de: 'Zu viele Telefonbücher' },
    germanDetail: 'Mehr Telefonbücher kann ein Kunde nicht haben. Legen Sie die Einträge in eines davon.',
  },
}
