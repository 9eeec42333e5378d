import { writeCsv } from '@klinke/platform'
import type { ContactField } from './contact-fields.ts'
import type { EntryFields, NumberKind } from './rules.ts'

/** The columns of an export, which the import knows again. */
const COLUMNS: readonly (readonly [title: string, field: ContactField])[] = [
  ['Name', 'name'],
  ['Firma', 'company'],
  ['E-Mail', 'email'],
  ['Telefon geschäftlich', 'work'],
  ['Telefon geschäftlich 2', 'work2'],
  ['Mobil', 'mobile'],
  ['Mobil 2', 'mobile2'],
  ['Telefon privat', 'home'],
  ['Telefon privat 2', 'home2'],
  ['Fax', 'fax'],
  ['Weiteres Telefon', 'other'],
  ['Notizen', 'notes'],
  ['Favorit', 'favourite'],
]

const VCARD_TYPES: Readonly<Record<NumberKind, string>> = {
  work: 'work,voice',
  mobile: 'cell',
  home: 'home,voice',
  fax: 'fax',
  other: 'voice',
}

/** A CSV file that German Excel opens, and this import reads; the third number of one kind and more have no column. */
export function entriesAsCsv(entries: Iterable<EntryFields>): string {
  const rows = Iterator.from(entries).map((entry) => COLUMNS.map(([, field]) => cellOf(entry, field)))
  return writeCsv(
    COLUMNS.map(([title]) => title),
    rows,
  )
}

/** vCard 3.0 (RFC 2426), which every telephone and mail program reads. */
export function entriesAsCards(entries: Iterable<EntryFields>): string {
  let text = ''
  for (const entry of entries) text += cardOf(entry)
  return text
}

function cellOf(entry: EntryFields, field: ContactField): string {
  const nth = (kind: NumberKind, index: number) => spaced(entry.numbers.filter((each) => each.kind === kind)[index]?.number ?? '')
  switch (field) {
    case 'name':
    case 'company':
    case 'email':
    case 'notes':
      return entry[field]
    case 'favourite':
      return entry.favourite ? 'x' : ''
    case 'work2':
    case 'mobile2':
    case 'home2':
      return nth(field.slice(0, -1) as NumberKind, 1)
    case 'firstName':
    case 'lastName':
      return ''
    default:
      return nth(field, 0)
  }
}

/** `+49 2211234`: without the space a spreadsheet takes it for an amount and drops the plus. */
function spaced(number: string): string {
  return number.replace(/^\+(\d\d)(?=\d)/, '+$1 ')
}

function cardOf({ name, company, email, notes, favourite, numbers }: EntryFields): string {
  const [family = '', ...given] = name.split(' ').reverse()
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${escaped(name || company)}`,
    `N:${escaped(family)};${escaped(given.reverse().join(' '))};;;`,
    ...(company === '' ? [] : [`ORG:${escaped(company)}`]),
    ...(email === '' ? [] : [`EMAIL;TYPE=internet:${escaped(email)}`]),
    ...numbers.map(({ kind, number }) => `TEL;TYPE=${VCARD_TYPES[kind]}:${number}`),
    ...(notes === '' ? [] : [`NOTE:${escaped(notes)}`]),
    ...(favourite ? ['X-KLINKE-FAVOURITE:1'] : []),
    'END:VCARD',
  ]
  return lines.map((line) => `${foldedLine(line)}\r\n`).join('')
}

function escaped(text: string): string {
  return text.replace(/[\\,;]/g, '\\$&').replace(/\r\n|\n|\r/g, '\\n')
}

/** Lines have 75 octets at most (RFC 2426 §2.6); 18 characters are never more, whatever letters they are. */
function foldedLine(line: string): string {
  if (Buffer.byteLength(line) <= 75) return line
  return [...line]
    .reduce<string[]>((parts, character, index) => {
      if (index % 18 === 0) parts.push('')
      parts.push((parts.pop() ?? '') + character)
      return parts
    }, [])
    .join('\r\n ')
}
