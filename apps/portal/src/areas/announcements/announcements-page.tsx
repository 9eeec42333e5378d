import { Megaphone } from 'lucide-react'
import type { Entry } from '../../api/operation.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { editingTexts } from '../../shared/editing/editing-texts.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { announcementTexts } from './texts.ts'

export function AnnouncementsPage() {
  const texts = useTexts(announcementTexts)
  const api = useApi()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const add = <AddLink>{texts.add}</AddLink>
  return (
    <Page title={texts.title} about={texts.about} actions={add}>
      <DataList
        name={texts.title}
        source={{ key: ['GET /announcements', query], page: (cursor) => api('GET /announcements', { query: { ...query, ...cursor } }) }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        href={({ id }) => `/${id}`}
        searched={({ name, number }) => `${name} ${number ?? ''}`}
        empty={{ icon: Megaphone, title: texts.emptyTitle, text: texts.emptyText }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Entry<'GET /announcements'>>[] {
  const texts = useTexts(announcementTexts)
  const editing = useTexts(editingTexts)
  const said = ({ sounds }: Entry<'GET /announcements'>): string =>
    sounds.length === 0 ? texts.nothingYet : sounds.map(({ language }) => language.toUpperCase()).join(', ')
  return [
    { key: 'name', title: editing.name, cell: ({ name }) => name },
    { key: 'number', title: editing.internalNumber, cell: ({ number }) => number ?? editing.noNumber, wideOnly: true },
    { key: 'languages', title: texts.languages, cell: said },
  ]
}
