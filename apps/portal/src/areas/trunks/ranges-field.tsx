import { MultiSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { trunkTexts } from './texts.ts'

interface RangesFieldProps {
  readonly value: readonly string[]
  readonly onChange: (firsts: string[]) => void
  readonly error?: ReactNode
}

const SHOWN = 200

/** Chooses among the customer's blocks and single numbers. */
export function RangesField({ value, onChange, error }: RangesFieldProps) {
  const texts = useTexts(trunkTexts)
  const label = useRangeLabel()
  const { data } = useAnswer('GET /number-ranges', [{ query: { ...useCustomer(), limit: SHOWN } }])
  const known = new Set((data?.items ?? []).map(({ e164 }) => e164))
  const options = [
    ...(data?.items ?? []).map(({ e164, size }) => ({ value: e164, label: label(e164, size) })),
    ...value.filter((first) => !known.has(first)).map((first) => ({ value: first, label: readableNumbers(first) })),
  ]
  return (
    <MultiSelect
      label={texts.numbers}
      description={texts.numbersHint}
      data={options}
      value={[...value]}
      onChange={onChange}
      error={error}
      searchable
      hidePickedOptions
      maw={560}
    />
  )
}

/** A block or a single number in words. */
export function useRangeLabel(): (first: string, size: number) => string {
  const texts = useTexts(trunkTexts)
  const format = useFormat()
  return (first, size) => (size === 1 ? readableNumbers(first) : texts.block(readableNumbers(first), format.number(size)))
}
