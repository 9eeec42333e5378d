import { Building2 } from 'lucide-react'
import type { Entry } from '../../api/operation.ts'
import { useApi, useSession } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { areaCodeText } from './customer-fields.tsx'
import { customerTexts } from './texts.ts'

/** All customers that the operator, or a reseller, looks after. */
export function CustomersPage() {
  const texts = useTexts(customerTexts)
  const api = useApi()
  const { kind } = useSession()
  const query = { limit: PAGE_SIZE }
  const add = <AddLink>{texts.add}</AddLink>
  const action = kind === 'operator' ? add : undefined
  return (
    <Page title={texts.title} about={texts.about} actions={action}>
      <DataList
        name={texts.title}
        source={(search) => ({
          key: ['GET /tenants', query, search],
          page: (cursor) => api('GET /tenants', { query: { ...query, ...search, ...cursor } }),
        })}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        href={({ id }) => `/${id}`}
        empty={{ icon: Building2, title: texts.emptyTitle, text: texts.emptyText, action }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Entry<'GET /tenants'>, 'name' | 'createdAt'>[] {
  const texts = useTexts(customerTexts)
  const format = useFormat()
  const state = ({ suspended, demoUntil }: Entry<'GET /tenants'>): string => {
    if (suspended) return texts.stateSuspended
    return demoUntil === null ? texts.stateActive : texts.stateDemo(format.date(demoUntil))
  }
  return [
    { key: 'name', title: texts.name, cell: ({ name }) => name, sort: 'name' },
    { key: 'domain', title: texts.sipDomain, cell: ({ sipDomain }) => sipDomain, wideOnly: true },
    { key: 'area', title: texts.areaCode, cell: ({ areaCode }) => areaCodeText(areaCode) || '–', width: '7rem', wideOnly: true },
    { key: 'state', title: texts.state, cell: state, width: '12rem' },
    { key: 'since', title: texts.since, cell: ({ createdAt }) => format.date(createdAt), width: '8rem', wideOnly: true, sort: 'createdAt' },
  ]
}
