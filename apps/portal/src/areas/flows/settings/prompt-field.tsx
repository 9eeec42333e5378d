import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { useAnswer } from '../../../api/queries.ts'
import { useCustomer } from '../../../session/customer.tsx'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { settingsTexts } from './settings-texts.ts'

interface PromptFieldProps {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (prompt: string | undefined) => void
  /** What is said when none is chosen; absent: one must be. */
  readonly without?: string
}

const SHOWN = 200

/** Chooses what is said: one of the customer's announcements by name, or a text of the product. */
export function PromptField({ label, value, onChange, without }: PromptFieldProps) {
  const texts = useTexts(settingsTexts)
  const { language } = useLanguage()
  const customer = useCustomer()
  const own = useAnswer('GET /announcements', [{ query: { ...customer, limit: SHOWN } }])
  const prompts = useAnswer('GET /prompts', [{ query: customer }])
  const data = useMemo(() => {
    const items = (own.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
    const product = (prompts.data?.items ?? []).map(({ id, texts: said }) => ({ value: id, label: said[language] }))
    return [...(items.length === 0 ? [] : [{ group: texts.ownPrompts, items }]), { group: texts.productPrompts, items: product }]
  }, [own.data, prompts.data, language, texts])
  return (
    <Select
      label={label}
      data={data}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      placeholder={without}
      searchable
      clearable={without !== undefined}
      clearButtonProps={{ 'aria-label': without }}
      allowDeselect={without !== undefined}
      maxDropdownHeight={320}
    />
  )
}
