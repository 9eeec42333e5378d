import { failed, ok, type Result } from '@klinke/foundation'
import { parsePublic } from '@klinke/numbering'
import { type CellProblem, type Cells, type ImportField, withoutGuard } from '@klinke/platform'
import type { ScoreFields } from './rules.ts'

/** What a column of a score list can hold, with what such lists call it. */
export const SCORE_FIELDS = [
  { name: 'prefix', titles: ['Rufnummer', 'Nummer', 'Anfang', 'Number', 'Prefix', 'Phone'] },
  { name: 'score', titles: ['Bewertung', 'Score', 'Punkte', 'Rating'] },
  { name: 'note', titles: ['Grund', 'Notiz', 'Note', 'Reason', 'Comment'] },
  { name: 'validFrom', titles: ['Gültig ab', 'Valid from', 'From'] },
  { name: 'validUntil', titles: ['Gültig bis', 'Valid until', 'Until'] },
] as const satisfies readonly ImportField[]

export type ScoreField = (typeof SCORE_FIELDS)[number]['name']

function problem(code: string, field: ScoreField, de: string, en: string): CellProblem<ScoreField> {
  return { code, field, text: { de, en } }
}

const PROBLEMS = {
  prefix: problem(
    'prefix-invalid',
    'prefix',
    'Das ist keine Rufnummer und kein Anfang einer Rufnummer. Schreiben Sie sie international, etwa +4930.',
    'This is neither a number nor the beginning of one. Write it in international form, such as +4930.',
  ),
  score: problem('score-invalid', 'score', 'Eine Bewertung ist eine ganze Zahl von 1 bis 100.', 'A score is a whole number from 1 to 100.'),
  date: (field: 'validFrom' | 'validUntil') =>
    problem('date-invalid', field, 'Schreiben Sie das Datum wie 2026-12-31.', 'Write the date like 2026-12-31.'),
  order: problem('dates-contradictory', 'validUntil', 'Das Ende muss nach dem Beginn liegen.', 'The end must be after the beginning.'),
}

/** Reads a row. Dates are days: from the beginning of the first to the end of the last, UTC. */
export function readScore(guarded: Cells<ScoreField>): Result<ScoreFields, readonly CellProblem<ScoreField>[]> {
  const problems: CellProblem<ScoreField>[] = []
  const trouble = (found: CellProblem<ScoreField>): null => {
    problems.push(found)
    return null
  }
  const cell = (name: ScoreField): string | undefined => (guarded[name] === undefined ? undefined : withoutGuard(guarded[name]))
  const day = (name: 'validFrom' | 'validUntil', daysLater: number): string | null => {
    const written = cell(name)
    if (written === undefined) return null
    const at = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(`${written}T00:00:00Z`) : Number.NaN
    return Number.isNaN(at) ? trouble(PROBLEMS.date(name)) : new Date(at + daysLater * DAY_MS).toISOString()
  }
  const prefix = prefixIn(cell('prefix') ?? '') ?? trouble(PROBLEMS.prefix)
  const score = /^(?:[1-9]\d?|100)$/.test(cell('score') ?? '') ? Number(cell('score')) : trouble(PROBLEMS.score)
  const [validFrom, validUntil] = [day('validFrom', 0), day('validUntil', 1)]
  if (validFrom !== null && validUntil !== null && validUntil <= validFrom) trouble(PROBLEMS.order)
  if (prefix === null || score === null || problems.length > 0) return failed(problems)
  return ok({ prefix, score, note: cell('note')?.slice(0, 200) ?? null, validFrom, validUntil })
}

const DAY_MS = 86_400_000

/** A whole number in any form that people write, or the beginning of one with its plus. */
function prefixIn(written: string): string | undefined {
  if (/^\+[1-9]\d{0,14}$/.test(written)) return written
  const read = parsePublic(written, undefined)
  return read.kind === 'public' ? read.number : undefined
}
