import { Select } from '@mantine/core'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { findNumbers, numberOption } from '../../shared/destinations/number-options.ts'
import { useTexts } from '../../shared/language.tsx'
import { extensionTexts } from './texts.ts'

interface OutgoingNumberFieldProps {
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly error?: React.ReactNode
  /** Without its label beside it: in a bar. */
  readonly isBare?: boolean
}

/** Which of the customer's numbers called parties outside see; null is the first. */
export function OutgoingNumberField({ value, onChange, error, isBare = false }: OutgoingNumberFieldProps) {
  const texts = useTexts(extensionTexts)
  const { data } = useAnswer('GET /numbers', [{ query: { ...useCustomer(), limit: 200 } }])
  const named = isBare
    ? { 'aria-label': texts.outgoingNumber, size: 'xs' }
    : { label: texts.outgoingNumber, description: texts.outgoingNumberHint }
  return (
    <Select
      {...named}
      placeholder={texts.firstNumber}
      data={(data?.items ?? []).map(({ e164 }) => numberOption(e164))}
      filter={findNumbers}
      value={value}
      onChange={onChange}
      error={error}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': texts.firstNumber }}
    />
  )
}
