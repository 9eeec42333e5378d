import { ListOrdered } from 'lucide-react'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { editingTexts } from '../../shared/editing/editing-texts.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { teamTexts } from '../../shared/team/team-texts.ts'
import type { Queue } from './queue.ts'
import { queueTexts } from './texts.ts'

export function QueuesPage() {
  const texts = useTexts(queueTexts)
  const api = useApi()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const add = <AddLink>{texts.add}</AddLink>
  return (
    <Page title={texts.title} about={texts.about} actions={add}>
      <DataList
        name={texts.title}
        source={{ key: ['GET /queues', query], page: (cursor) => api('GET /queues', { query: { ...query, ...cursor } }) }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        href={({ id }) => `/${id}`}
        searched={({ name, number }) => `${name} ${number ?? ''}`}
        empty={{ icon: ListOrdered, title: texts.emptyTitle, text: texts.emptyText }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Queue>[] {
  const texts = useTexts(queueTexts)
  const team = useTexts(teamTexts)
  const editing = useTexts(editingTexts)
  return [
    { key: 'name', title: editing.name, cell: ({ name }) => name },
    { key: 'number', title: editing.internalNumber, cell: ({ number }) => number ?? editing.noNumber },
    { key: 'rings', title: texts.rings, cell: ({ settings }) => texts[settings.strategy], wideOnly: true },
    { key: 'members', title: team.members, cell: ({ members }) => members.length, wideOnly: true },
  ]
}
