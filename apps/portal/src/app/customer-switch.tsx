import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { useAnswer } from '../api/queries.ts'
import { useCustomerChoice } from '../session/customer.tsx'
import { useTexts } from '../shared/language.tsx'
import { appTexts } from './app-texts.ts'

/** Shown at once; the rest is found by typing. */
const SHOWN = 50

/** For which customer an operator or reseller works. */
export function CustomerSwitch() {
  const texts = useTexts(appTexts)
  const { tenantId, choose } = useCustomerChoice()
  const { data } = useAnswer('GET /tenants', [{ query: { limit: 200 } }])
  const customers = useMemo(() => (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })), [data])
  return (
    <Select
      aria-label={texts.customer}
      placeholder={texts.allCustomers}
      nothingFoundMessage={texts.noCustomer}
      data={customers}
      limit={SHOWN}
      value={tenantId ?? null}
      onChange={(value) => choose(value ?? undefined)}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': texts.allCustomers }}
      w={{ base: 150, sm: 220 }}
      size="xs"
    />
  )
}
