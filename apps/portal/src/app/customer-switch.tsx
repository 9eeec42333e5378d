import { Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Entry } from '../api/operation.ts'
import { useCustomerChoice } from '../session/customer.tsx'
import { useApi } from '../session/session-context.tsx'
import { type ListSource, PAGE_SIZE } from '../shared/data-list/columns.ts'
import { useList } from '../shared/data-list/use-list.ts'
import { useTexts } from '../shared/language.tsx'
import { appTexts } from './app-texts.ts'

/** Shown at once; the rest is found by typing. */
const SHOWN = 50

/** For which customer an operator or reseller works. */
export function CustomerSwitch() {
  const texts = useTexts(appTexts)
  const { tenantId, choose } = useCustomerChoice()
  const api = useApi()
  const [isOpen, setOpen] = useState(false)
  const page: ListSource<Entry<'GET /tenants'>>['page'] = (cursor) => api('GET /tenants', { query: { limit: PAGE_SIZE, ...cursor } })
  // All of them are needed only to choose, or to name the chosen one.
  const { items } = useList({ key: ['GET /tenants'], page }, isOpen || tenantId !== undefined)
  const customers = useMemo(() => items.map(({ id, name }) => ({ value: id, label: name })), [items])
  return (
    <Select
      aria-label={texts.customer}
      placeholder={texts.allCustomers}
      nothingFoundMessage={texts.noCustomer}
      data={customers}
      limit={SHOWN}
      value={tenantId ?? null}
      onChange={(value) => choose(value ?? undefined)}
      onDropdownOpen={() => setOpen(true)}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': texts.allCustomers }}
      w={{ base: 150, sm: 220 }}
      size="xs"
    />
  )
}
