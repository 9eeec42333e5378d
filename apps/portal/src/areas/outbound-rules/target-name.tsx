import { useCallback, useMemo } from 'react'
import { useAnswer } from '../../api/queries.ts'
import { useLanguage } from '../../shared/language.tsx'
import { readablePrefix } from './target.ts'

/** All countries by name, in the order of the language. */
export function useCountries(): readonly { readonly value: string; readonly label: string }[] {
  const { language } = useLanguage()
  const { data } = useAnswer('GET /outbound-rules/countries', [])
  return useMemo(
    () =>
      (data?.items ?? [])
        .map(({ country, name }) => ({ value: country, label: name[language] }))
        .sort((one, other) => one.label.localeCompare(other.label, language)),
    [data, language],
  )
}

/** Names targets of rules: a country by its name, a prefix as people write it. */
export function useTargetName(): (target: string) => string {
  const countries = useCountries()
  return useCallback(
    (target) => (target.startsWith('+') ? readablePrefix(target) : (countries.find(({ value }) => value === target)?.label ?? target)),
    [countries],
  )
}
