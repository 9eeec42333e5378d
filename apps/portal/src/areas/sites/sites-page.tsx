import { Badge, Group } from '@mantine/core'
import { MapPin } from 'lucide-react'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import type { Column } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { lineOf, type Site } from './site.ts'
import { siteTexts } from './texts.ts'
import { Unfindable } from './unfindable.tsx'

export function SitesPage() {
  const texts = useTexts(siteTexts)
  const api = useApi()
  const query = useCustomer()
  const add = <AddLink>{texts.add}</AddLink>
  return (
    <Page title={texts.title} about={texts.about} actions={add}>
      <Unfindable />
      <DataList
        name={texts.title}
        source={{ key: ['GET /sites', query], page: async () => ({ ...(await api('GET /sites', { query })), nextCursor: null }) }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        href={({ id }) => `/${id}`}
        searched={({ name }) => name}
        empty={{ icon: MapPin, title: texts.emptyTitle, text: texts.emptyText }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Site>[] {
  const texts = useTexts(siteTexts)
  return [
    {
      key: 'name',
      title: texts.name,
      cell: ({ name, main }) => (
        <Group gap="xs">
          {name}
          {main ? <Badge variant="default">{texts.main}</Badge> : null}
        </Group>
      ),
    },
    {
      key: 'address',
      title: texts.address,
      cell: ({ address }) => (address === null ? texts.noAddress : lineOf(address)),
      wideOnly: true,
    },
    {
      key: 'emergency',
      title: texts.emergency,
      cell: ({ flaws, shownToEmergency }) => (flaws.length === 0 ? shownToEmergency : texts.invalid),
      width: '11rem',
      phoneWidth: '9.5rem',
    },
  ]
}
