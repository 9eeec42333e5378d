/** The product's languages. */
export type Language = 'de' | 'en'

/** A text in each language. */
export type Text = Readonly<Record<Language, string>>

/**
 * The language that an Accept-Language header (RFC 9110 §12.5.4) prefers among ours. Without a header, or when it
 * names none of ours, `fallback`: browsers always send one, so this is what programs get.
 */
export function preferredLanguage(acceptLanguage: string | undefined, fallback: Language = 'en'): Language {
  if (!acceptLanguage) return fallback
  let best: Language | undefined
  let bestQuality = 0
  for (const range of acceptLanguage.split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
    const language = tag.split('-')[0]
    const quality = qualityOf(parameters)
    if ((language === 'de' || language === 'en') && quality > bestQuality) {
      best = language
      bestQuality = quality
    }
  }
  return best ?? fallback
}

function qualityOf(parameters: readonly string[]): number {
  const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find((value) => value !== undefined)
  return weight === undefined ? 1 : Number(weight)
}
