import { SEPARATORS, type Separator } from './table.ts'

/** Characters that are looked at. */
const SAMPLE_CHARACTERS = 64 * 1024
const SAMPLE_ROWS = 50
/** Excel's own hint in the first line: `sep=;`. */
const HINT = /^sep=(.)\r?(?:\n|$)/

/** Which separator a text is divided by, and the text without Excel's hint. */
export function recognisedSeparator(text: string): { readonly separator: Separator; readonly text: string } {
  const hint = HINT.exec(text)
  const hinted = named(hint?.[1])
  if (hint !== null && hinted !== undefined) return { separator: hinted, text: text.slice(hint[0].length) }
  const rows = sampleRows(text)
  const scored = NAMES.map((separator) => ({ separator, score: score(rows, SEPARATORS[separator]) }))
  // The first of equals: in Germany the semicolon divides cells, the comma decimals.
  const best = scored.reduce((most, each) => (each.score > most.score ? each : most))
  return { separator: best.separator, text }
}

const NAMES: readonly Separator[] = ['semicolon', 'tab', 'comma', 'pipe']

function named(character: string | undefined): Separator | undefined {
  return NAMES.find((name) => SEPARATORS[name] === character)
}

/** Rows that are divided alike count; one that is never there divides nothing. */
function score(rows: readonly string[], separator: string): number {
  const counts = rows.map((row) => row.split(separator).length - 1)
  const usual = counts[0] ?? 0
  return usual === 0 ? 0 : counts.filter((count) => count === usual).length * 100 + usual
}

/** The first rows, without what stands in quotation marks; the last one may be cut and is left out. */
function sampleRows(text: string): readonly string[] {
  const sample = text.slice(0, SAMPLE_CHARACTERS).replace(/"(?:[^"]|"")*"/g, '""')
  const rows = sample.split(/\r\n|\n|\r/).filter((row) => row.trim() !== '')
  return (text.length > SAMPLE_CHARACTERS ? rows.slice(0, -1) : rows).slice(0, SAMPLE_ROWS)
}
