import { Badge, Group } from '@mantine/core'
import { Cable } from 'lucide-react'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { hasCustomers } from '../../session/session.ts'
import { useApi, useSession } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { trunkTexts } from './texts.ts'
import type { Product, Trunk } from './trunk.ts'

/** The trunks of the customer. */
export function TrunksPage() {
  const texts = useTexts(trunkTexts)
  const api = useApi()
  const isSeller = hasCustomers(useSession())
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const add = <AddLink>{texts.add}</AddLink>
  return (
    <Page title={texts.title} about={texts.about} actions={isSeller ? add : undefined}>
      <DataList
        name={texts.title}
        source={{ key: ['GET /customer-trunks', query], page: (cursor) => api('GET /customer-trunks', { query: { ...query, ...cursor } }) }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        href={({ id }) => `/${id}`}
        empty={{
          icon: Cable,
          title: texts.emptyTitle,
          ...(isSeller ? { text: texts.emptyForProvider, action: add } : { text: texts.emptyText }),
        }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Trunk>[] {
  const texts = useTexts(trunkTexts)
  const format = useFormat()
  const titleOf = useProductTitles()
  return [
    {
      key: 'name',
      title: texts.name,
      cell: ({ name, active }) => (
        <Group gap="xs">
          {name}
          {active ? null : <Badge variant="default">{texts.inactive}</Badge>}
        </Group>
      ),
    },
    { key: 'product', title: texts.product, cell: ({ product }) => titleOf(product), wideOnly: true },
    { key: 'channels', title: texts.channels, cell: ({ channels }) => format.number(channels), width: '6rem', phoneWidth: '5.5rem' },
    { key: 'access', title: texts.access, cell: ({ access }) => texts[access], width: '14rem', wideOnly: true },
  ]
}

/** The names of the products, as the catalogue has them. */
export function useProductTitles(): (product: Product) => string {
  const { language } = useLanguage()
  const { data } = useAnswer('GET /customer-trunks/catalogue', [{}])
  return (product) => data?.products.find((each) => each.product === product)?.title[language] ?? '…'
}
