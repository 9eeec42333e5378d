import { BookUser } from 'lucide-react'
import type { Entry } from '../../api/operation.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useApi, useSession } from '../../session/session-context.tsx'
import { CallBack } from '../../shared/calls/call-back.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { useTexts } from '../../shared/language.tsx'
import { phoneBookTexts } from './texts.ts'

/** What is chosen for them where phone books are chosen. */
export const COLLEAGUES = 'colleagues'

/** The extensions of the company: a phone book that nobody has to keep. `wanted`: what is searched for. */
export function ColleaguesList({ wanted }: { readonly wanted: string }) {
  const texts = useTexts(phoneBookTexts)
  const api = useApi()
  const { extension } = useSession()
  const query = { ...useCustomer(), kind: 'extension', limit: PAGE_SIZE, ...(wanted === '' ? {} : { search: wanted }) }
  const columns: readonly Column<Entry<'GET /call-targets'>>[] = [
    { key: 'name', title: texts.name, cell: ({ name }) => name },
    { key: 'number', title: texts.extensionNumber, cell: ({ number }) => number ?? '–', width: '8rem' },
    {
      key: 'call',
      title: texts.call,
      cell: ({ id, name, number }) =>
        number === null || extension === null || id === extension.id ? null : <CallBack number={number} who={name} />,
      width: '6rem',
    },
  ]
  return (
    <DataList
      name={texts.colleagues}
      source={{
        key: ['GET /call-targets', query],
        page: (cursor) => api('GET /call-targets', { query: { ...query, ...cursor } }),
      }}
      columns={columns}
      rowKey={({ id }) => id}
      isFiltered={wanted !== ''}
      empty={{ icon: BookUser, title: texts.noColleagues, text: texts.noColleaguesText }}
    />
  )
}
