import { formatIn } from '../../shared/formats.ts'
import type { Language } from '../../shared/texts.ts'

/** A stretch of time as the API names it, as people read it: in the zone of the report, whatever the browser's is. */
export function stretchText(at: string, language: Language, zone: string): string {
  if (!at.includes('-')) return at
  const format = formatIn(language, zone)
  return at.includes('T') ? format.dateTime(at) : formatIn(language, 'UTC').date(`${at}T00:00:00Z`)
}

/** The same for all rows; where clocks go back two hours have the same name, and say by their offset which is which. */
export function stretchTexts(all: readonly string[], language: Language, zone: string): readonly string[] {
  const plain = all.map((at) => stretchText(at, language, zone))
  const seen = new Map<string, number>()
  for (const text of plain) seen.set(text, (seen.get(text) ?? 0) + 1)
  return plain.map((text, index) => ((seen.get(text) ?? 0) > 1 ? `${text} (UTC${all[index]?.slice(-6) ?? ''})` : text))
}
