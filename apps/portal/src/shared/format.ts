import { useMemo } from 'react'
import { type Format, formatIn } from './formats.ts'
import { useLanguage } from './language.tsx'

/** Times, durations and numbers as the language of the portal writes them. */
export function useFormat(): Format {
  const { language } = useLanguage()
  return useMemo(() => formatIn(language), [language])
}
