import { failed, ok, type Result } from '@klinke/foundation'
import type { CellProblem } from '@klinke/platform'
import { problemsOf } from './contact-fields.ts'
import { type EntryFields, type EntryNumber, keptNumber, type NumberKind } from './rules.ts'
import type { Card, CardLine } from './vcard.ts'

/** By the type of TEL; the first that fits counts. */
const KINDS: readonly (readonly [type: string, kind: NumberKind])[] = [
  ['fax', 'fax'],
  ['cell', 'mobile'],
  ['iphone', 'mobile'],
  ['work', 'work'],
  ['home', 'home'],
]

/** Reads a card as an entry. */
export function readCard({ lines }: Card, areaCode: string | null): Result<EntryFields, readonly CellProblem[]> {
  const problems: CellProblem[] = []
  const numbers = lines.filter(({ name }) => name === 'TEL').flatMap((line) => numberIn(line, areaCode, problems))
  const first = (name: string): readonly string[] => lines.find((line) => line.name === name)?.parts ?? []
  const [family = '', given = ''] = first('N')
  const entry = {
    name: first('FN').join(';') || [given, family].filter(Boolean).join(' '),
    company: first('ORG')[0] ?? '',
    email: first('EMAIL')[0] ?? '',
    notes: first('NOTE').join(';'),
    favourite: lines.some(({ name, parts }) => name === 'X-KLINKE-FAVOURITE' && parts[0] === '1'),
    numbers,
  }
  // A company's card says its name twice.
  const known = entry.name === entry.company ? { ...entry, name: '' } : entry
  problems.push(...problemsOf(known))
  return problems.length > 0 ? failed(problems) : ok(known)
}

function numberIn({ types, parts }: CardLine, areaCode: string | null, problems: CellProblem[]): readonly EntryNumber[] {
  // vCard 4.0 writes `tel:+49-221-…;ext=12`.
  const written = (parts[0] ?? '').replace(/^tel:/i, '')
  const number = keptNumber(written, areaCode)
  if (number !== undefined) return [{ kind: KINDS.find(([type]) => types.includes(type))?.[1] ?? 'other', number }]
  const text = { de: `„${written}“ ist keine Rufnummer.`, en: `"${written}" is not a telephone number.` }
  problems.push({ code: 'number-invalid', field: 'TEL', text })
  return []
}
