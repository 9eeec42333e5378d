import { Button } from '@mantine/core'
import { Waypoints } from 'lucide-react'
import { Link } from 'wouter'
import type { Entry } from '../../api/operation.ts'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { carrierTexts } from './texts.ts'

/** The ways into the telephone network. */
export function CarriersPage() {
  const texts = useTexts(carrierTexts)
  const api = useApi()
  const query = { limit: PAGE_SIZE }
  const add = <AddLink>{texts.add}</AddLink>
  const actions = (
    <>
      <Button component={Link} href="/routing" variant="default">
        {texts.routes}
      </Button>
      {add}
    </>
  )
  return (
    <Page title={texts.title} about={texts.about} actions={actions}>
      <DataList
        name={texts.title}
        source={{ key: ['GET /carriers', query], page: (cursor) => api('GET /carriers', { query: { ...query, ...cursor } }) }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        href={({ id }) => `/${id}`}
        empty={{ icon: Waypoints, title: texts.emptyTitle, text: texts.emptyText, action: add }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Entry<'GET /carriers'>>[] {
  const texts = useTexts(carrierTexts)
  const format = useFormat()
  const server = ({ host, port, transport }: Entry<'GET /carriers'>): string => `${host}${port === null ? '' : `:${port}`} (${transport})`
  const kind = ({ authentication }: Entry<'GET /carriers'>): string =>
    authentication.kind === 'registration' ? texts.registration : texts.fixedIp
  return [
    { key: 'name', title: texts.name, cell: ({ name }) => name },
    { key: 'host', title: texts.host, cell: server },
    { key: 'kind', title: texts.kind, cell: kind, width: '14rem', wideOnly: true },
    { key: 'priority', title: texts.priority, cell: ({ priority }) => format.number(priority), width: '6rem', wideOnly: true },
  ]
}
