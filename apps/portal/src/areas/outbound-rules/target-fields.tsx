import { SegmentedControl, Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTexts } from '../../shared/language.tsx'
import { isPrefix, prefixOf } from './target.ts'
import { useCountries } from './target-name.tsx'
import { ruleTexts } from './texts.ts'

/** What a rule is about: the beginning of numbers, or a country. */
export interface TargetValues {
  readonly by: 'prefix' | 'country'
  readonly prefix: string
  readonly country: string | null
}

export const NO_TARGET: TargetValues = { by: 'prefix', prefix: '', country: null }

export function targetIn({ by, prefix, country }: TargetValues): string {
  return by === 'country' ? (country ?? '') : prefixOf(prefix)
}

/** Words at the fields of what is no target; `wrong` and `missing` are those words. */
export function targetRules(wrong: string, missing: string) {
  return {
    prefix: (prefix: string, { by }: TargetValues) => (by === 'country' || isPrefix(prefixOf(prefix)) ? null : wrong),
    country: (country: string | null, { by }: TargetValues) => (by === 'prefix' || country !== null ? null : missing),
  }
}

export function TargetFields<Values extends TargetValues>({ form }: { readonly form: UseFormReturnType<Values> }) {
  const texts = useTexts(ruleTexts)
  const countries = useCountries()
  return (
    <>
      <SegmentedControl
        aria-label={texts.target}
        data={[
          { value: 'prefix', label: texts.byPrefix },
          { value: 'country', label: texts.byCountry },
        ]}
        {...form.getInputProps('by')}
      />
      {form.values.by === 'country' ? (
        <Select label={texts.country} data={[...countries]} searchable required {...form.getInputProps('country')} />
      ) : (
        <TextInput label={texts.prefix} description={texts.prefixHint} type="tel" required {...form.getInputProps('prefix')} />
      )}
    </>
  )
}
