import { Hash } from 'lucide-react'
import type { Entry } from '../../api/operation.ts'
import { useCustomer } from '../../session/customer.tsx'
import { hasCustomers } from '../../session/session.ts'
import { useApi, useSession } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { DestinationName } from '../../shared/destinations/destination-name.tsx'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { inventoryTexts } from './inventory-texts.ts'
import { numberTexts } from './texts.ts'

export function NumbersPage() {
  const texts = useTexts(numberTexts)
  const api = useApi()
  const isOperator = hasCustomers(useSession())
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const add = <AddLink>{texts.add}</AddLink>
  return (
    <Page title={texts.title} about={texts.about} actions={isOperator ? add : undefined}>
      <DataList
        name={texts.title}
        source={(search) => ({
          key: ['GET /numbers', query, search],
          page: (cursor) => api('GET /numbers', { query: { ...query, ...search, ...cursor } }),
        })}
        columns={useColumns()}
        rowKey={({ e164 }) => e164}
        href={({ e164 }) => `/${encodeURIComponent(e164)}`}
        empty={{
          icon: Hash,
          title: texts.emptyTitle,
          ...(isOperator ? { text: texts.emptyForProvider, action: add } : { text: texts.emptyText }),
        }}
      />
    </Page>
  )
}

/** States in which calls come. */
const REACHED: ReadonlySet<string> = new Set(['temporary', 'active', 'porting-out'])

function useColumns(): readonly Column<Entry<'GET /numbers'>, 'e164'>[] {
  const texts = useTexts(numberTexts)
  const inventory = useTexts(inventoryTexts)
  return [
    { key: 'number', title: texts.number, cell: ({ e164 }) => readableNumbers(e164), width: '11rem', phoneWidth: '9.5rem', sort: 'e164' },
    {
      key: 'leads',
      title: texts.leadsTo,
      cell: ({ destination, state }) => {
        if (!REACHED.has(state)) return inventory[state]
        return destination === null ? texts.nowhere : <DestinationName destination={destination} />
      },
    },
    {
      key: 'block',
      title: texts.block,
      cell: ({ block }) => (block === null ? texts.single : texts.blockOf(block.size, readableNumbers(block.first))),
      wideOnly: true,
    },
  ]
}
