import { Megaphone } from 'lucide-react'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { editingTexts } from '../../shared/editing/editing-texts.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { pagingTexts } from './texts.ts'

export function PageGroupsPage() {
  const texts = useTexts(pagingTexts)
  const editing = useTexts(editingTexts)
  const api = useApi()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const add = <AddLink>{texts.add}</AddLink>
  return (
    <Page title={texts.title} about={texts.about} actions={add}>
      <DataList
        name={texts.title}
        source={{ key: ['GET /page-groups', query], page: (cursor) => api('GET /page-groups', { query: { ...query, ...cursor } }) }}
        columns={[
          { key: 'name', title: editing.name, cell: ({ name }) => name },
          { key: 'number', title: editing.internalNumber, cell: ({ number }) => number ?? editing.noNumber },
          { key: 'phones', title: texts.phones, cell: ({ members }) => members.length, wideOnly: true },
        ]}
        rowKey={({ id }) => id}
        href={({ id }) => `/${id}`}
        searched={({ name, number }) => `${name} ${number ?? ''}`}
        empty={{ icon: Megaphone, title: texts.emptyTitle, text: texts.emptyText, action: add }}
      />
    </Page>
  )
}
