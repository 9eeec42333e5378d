import type { OptionsFilter } from '@mantine/core'
import { e164Of } from './phone-number.ts'
import { readableNumbers } from './readable-numbers.ts'

/** A number to choose: shown as people read it, kept as the API takes it. */
export function numberOption(e164: string): { readonly value: string; readonly label: string } {
  return { value: e164, label: readableNumbers(e164) }
}

/** Finds numbers however somebody writes them: `+49 221 47`, `0221/47`, `22147`. */
export const findNumbers: OptionsFilter = ({ options, search }) => {
  const wanted = e164Of(search)
  return options.filter((option) => 'value' in option && String(option.value).includes(wanted))
}
