import { Badge } from '@mantine/core'
import { BookUser } from 'lucide-react'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { type Entry, listedNumber } from './entry.ts'
import { entryTexts } from './texts.ts'

/** What stands in telephone directories (ORD-04). */
export function EntriesPage() {
  const texts = useTexts(entryTexts)
  const api = useApi()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const add = <AddLink>{texts.add}</AddLink>
  return (
    <Page title={texts.title} about={texts.about} actions={add}>
      <DataList
        name={texts.title}
        source={{
          key: ['GET /directory-entries', query],
          page: (cursor) => api('GET /directory-entries', { query: { ...query, ...cursor } }),
        }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        href={({ id }) => `/${id}`}
        searched={(entry) => `${listedNumber(entry)} ${entry.name} ${entry.searchWord}`}
        empty={{ icon: BookUser, title: texts.emptyTitle, text: texts.emptyText, action: add }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Entry>[] {
  const texts = useTexts(entryTexts)
  return [
    { key: 'number', title: texts.number, cell: listedNumber, width: '12rem', phoneWidth: '10rem' },
    { key: 'name', title: texts.name, cell: ({ name, firstName }) => [name, firstName].filter(Boolean).join(', ') },
    {
      ...{ key: 'publication', title: texts.state, width: '10rem', wideOnly: true },
      cell: (entry) => <Badge variant="default">{texts[`publication-${entry.publication}`]}</Badge>,
    },
    {
      ...{ key: 'told', title: texts.publisher, wideOnly: true },
      cell: ({ toTell }) => (toTell === null ? texts.told : texts[`tell-${toTell}`]),
    },
  ]
}
