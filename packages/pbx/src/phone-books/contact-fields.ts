import { failed, ok, type Result } from '@klinke/foundation'
import { type CellProblem, type Cells, type ImportField, withoutGuard } from '@klinke/platform'
import { type EntryFields, type EntryNumber, keptNumber, MAX_TEXT, type NumberKind } from './rules.ts'

/** The columns of an import, with what Outlook, Google, Thunderbird, telephones and this export call them. */
export const CONTACT_FIELDS = [
  { name: 'name', titles: ['Name', 'Anzeigename', 'Vollständiger Name', 'Display Name', 'Full Name', 'File As', 'Speichern unter'] },
  { name: 'firstName', titles: ['Vorname', 'First Name', 'Given Name'] },
  { name: 'lastName', titles: ['Nachname', 'Familienname', 'Last Name', 'Family Name', 'Surname'] },
  {
    name: 'company',
    titles: ['Firma', 'Unternehmen', 'Organisation', 'Company', 'Organization', 'Organization Name', 'Organization 1 - Name'],
  },
  { name: 'email', titles: ['E-Mail', 'E-Mail-Adresse', 'Mail', 'Email Address', 'Primary Email', 'E-mail 1 - Value'] },
  {
    name: 'work',
    titles: [
      ...[
        'Telefon',
        'Telefonnummer',
        'Rufnummer',
        'Nummer',
        'Phone',
        'Phone Number',
        'Number',
        'Telefon geschäftlich',
        'Telefon (geschäftlich)',
      ],
      ...['Geschäftlich', 'Dienstlich', 'Büro', 'Business Phone', 'Work Phone', 'Phone 1 - Value', 'Telefon Firma', 'Company Main Phone'],
    ],
  },
  { name: 'work2', titles: ['Telefon geschäftlich 2', 'Business Phone 2', 'Geschäftlich 2', 'Hauptrufnummer Firma', 'Zentrale'] },
  {
    name: 'mobile',
    titles: ['Mobil', 'Mobiltelefon', 'Handy', 'Handynummer', 'Mobilnummer', 'Mobile', 'Mobile Phone', 'Mobile Number', 'Cell'],
  },
  { name: 'mobile2', titles: ['Mobil 2', 'Mobiltelefon 2', 'Mobile 2', 'Mobile Phone 2'] },
  { name: 'home', titles: ['Privat', 'Telefon privat', 'Telefon (privat)', 'Festnetz', 'Home', 'Home Phone'] },
  { name: 'home2', titles: ['Privat 2', 'Telefon privat 2', 'Home Phone 2'] },
  { name: 'fax', titles: ['Fax', 'Faxnummer', 'Fax geschäftlich', 'Business Fax', 'Fax Number'] },
  { name: 'other', titles: ['Weiteres', 'Weitere', 'Weiteres Telefon', 'Other', 'Other Phone'] },
  { name: 'notes', titles: ['Notiz', 'Notizen', 'Bemerkung', 'Bemerkungen', 'Notes', 'Comment'] },
  { name: 'favourite', titles: ['Favorit', 'Favourite', 'Favorite'] },
] as const satisfies readonly ImportField[]

export type ContactField = (typeof CONTACT_FIELDS)[number]['name']

const NUMBER_FIELDS: readonly (readonly [field: ContactField, kind: NumberKind])[] = [
  ...(['work', 'work2'] as const).map((field) => [field, 'work'] as const),
  ...(['mobile', 'mobile2'] as const).map((field) => [field, 'mobile'] as const),
  ...(['home', 'home2'] as const).map((field) => [field, 'home'] as const),
  ['fax', 'fax'],
  ['other', 'other'],
]

const YES = /^(?:1|x|ja|yes|true|wahr)$/i
/** What Excel makes of a long number in a narrow column: its digits are lost. */
const SHORTENED = /^\d[.,]\d+E\+?\d+$/i

type Problem = CellProblem<ContactField>

/** Reads a row of a table as an entry. Numbers without their area code are those of `areaCode`. */
export function readContact(areaCode: string | null): (cells: Cells<ContactField>) => Result<EntryFields, readonly Problem[]> {
  return (guarded) => {
    const cells = unguarded(guarded)
    const problems: Problem[] = []
    const entry = {
      name: cells.name ?? [cells.firstName, cells.lastName].filter(Boolean).join(' '),
      company: cells.company ?? '',
      email: cells.email ?? '',
      notes: cells.notes ?? '',
      favourite: YES.test(cells.favourite ?? ''),
      numbers: NUMBER_FIELDS.flatMap(([field, kind]) => numberIn(cells[field], field, kind, areaCode, problems)),
    }
    problems.push(...problemsOf(entry))
    return problems.length > 0 ? failed(problems) : ok(entry)
  }
}

/** What is wrong with an entry as a whole, wherever it comes from. */
export function problemsOf(entry: EntryFields): readonly Problem[] {
  const problems: Problem[] = []
  if (entry.name === '' && entry.company === '') problems.push(NAMELESS)
  if (entry.numbers.length === 0 && entry.email === '') problems.push(UNREACHABLE)
  for (const field of ['name', 'company', 'email', 'notes'] as const)
    if (entry[field].length > MAX_TEXT[field]) problems.push(tooLong(field))
  return problems
}

function numberIn(
  written: string | undefined,
  field: ContactField,
  kind: NumberKind,
  areaCode: string | null,
  problems: Problem[],
): readonly EntryNumber[] {
  if (written === undefined) return []
  const number = SHORTENED.test(written) ? undefined : keptNumber(written, areaCode)
  if (number !== undefined) return [{ kind, number }]
  problems.push(SHORTENED.test(written) ? shortened(field) : notANumber(field))
  return []
}

function unguarded(cells: Cells<ContactField>): Cells<ContactField> {
  const plain: Partial<Record<ContactField, string>> = {}
  for (const { name } of CONTACT_FIELDS) {
    const cell = cells[name]
    if (cell !== undefined) plain[name] = withoutGuard(cell)
  }
  return plain
}

const NAMELESS: Problem = {
  code: 'name-missing',
  field: 'name',
  text: { de: 'Weder Name noch Firma ist angegeben.', en: 'There is neither a name nor a company.' },
}
const UNREACHABLE: Problem = {
  code: 'number-missing',
  text: { de: 'Es gibt weder eine Rufnummer noch eine E-Mail-Adresse.', en: 'There is neither a number nor a mail address.' },
}

function notANumber(field: ContactField): Problem {
  const text = {
    de: 'Das ist keine Rufnummer. Schreiben Sie sie mit Vorwahl, etwa 0221 1234 oder +43 1 2345.',
    en: 'This is not a telephone number. Write it with its area code, such as 0221 1234 or +43 1 2345.',
  }
  return { code: 'number-invalid', field, text }
}

function shortened(field: ContactField): Problem {
  const text = {
    de: 'Die Tabellenkalkulation hat die Nummer gekürzt. Formatieren Sie die Spalte als Text und speichern Sie noch einmal.',
    en: 'The spreadsheet has shortened the number. Format the column as text and save again.',
  }
  return { code: 'number-shortened', field, text }
}

function tooLong(field: 'name' | 'company' | 'email' | 'notes'): Problem {
  const text = { de: `Höchstens ${MAX_TEXT[field]} Zeichen.`, en: `At most ${MAX_TEXT[field]} characters.` }
  return { code: 'too-long', field, text }
}
