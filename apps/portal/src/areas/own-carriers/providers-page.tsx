import { Waypoints } from 'lucide-react'
import type { Entry } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { providerTexts } from './texts.ts'

/** The customer's lines at providers of its own. */
export function ProvidersPage() {
  const texts = useTexts(providerTexts)
  const api = useApi()
  const customer = useCustomer()
  const query = { ...customer, limit: PAGE_SIZE }
  const add = <AddLink>{texts.add}</AddLink>
  return (
    <Page title={texts.title} about={texts.about} actions={add}>
      <DataList
        name={texts.title}
        source={{ key: ['GET /own-carriers', query], page: (cursor) => api('GET /own-carriers', { query: { ...query, ...cursor } }) }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        href={({ id }) => `/${id}`}
        empty={{ icon: Waypoints, title: texts.emptyTitle, text: texts.emptyText, action: add }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Entry<'GET /own-carriers'>>[] {
  const texts = useTexts(providerTexts)
  const { data } = useAnswer('GET /sites', [{ query: useCustomer() }])
  const nameOf = (id: string): string => data?.items.find((site) => site.id === id)?.name ?? ''
  return [
    { key: 'name', title: texts.name, cell: ({ name }) => name },
    { key: 'site', title: texts.site, cell: ({ siteId, alsoServes }) => [siteId, ...alsoServes].map(nameOf).join(', '), wideOnly: true },
    { key: 'host', title: texts.host, cell: ({ host }) => host, wideOnly: true },
    { key: 'state', title: texts.state, cell: ({ state }) => texts[state ?? 'probing'], width: '11rem', phoneWidth: '9rem' },
  ]
}
