import { Presentation } from 'lucide-react'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { editingTexts } from '../../shared/editing/editing-texts.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import type { Room } from './room.ts'
import { conferenceTexts } from './texts.ts'

export function RoomsPage() {
  const texts = useTexts(conferenceTexts)
  const api = useApi()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const add = <AddLink>{texts.add}</AddLink>
  return (
    <Page title={texts.title} about={texts.about} actions={add}>
      <DataList
        name={texts.title}
        source={{
          key: ['GET /conference-rooms', query],
          page: (cursor) => api('GET /conference-rooms', { query: { ...query, ...cursor } }),
        }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        href={({ id }) => `/${id}`}
        searched={({ name, number }) => `${name} ${number ?? ''}`}
        empty={{ icon: Presentation, title: texts.emptyTitle, text: texts.emptyText }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Room>[] {
  const texts = useTexts(conferenceTexts)
  const editing = useTexts(editingTexts)
  return [
    { key: 'name', title: editing.name, cell: ({ name }) => name },
    { key: 'number', title: editing.internalNumber, cell: ({ number }) => number ?? editing.noNumber },
    { key: 'pin', title: texts.pins, cell: ({ hasParticipantPin }) => (hasParticipantPin ? texts.pinSet : texts.pinOpen), wideOnly: true },
  ]
}
