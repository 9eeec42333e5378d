import { Badge } from '@mantine/core'
import { Webhook as Icon } from 'lucide-react'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { webhookTexts } from './texts.ts'
import type { Webhook } from './webhook.ts'

export function WebhooksPage() {
  const texts = useTexts(webhookTexts)
  const api = useApi()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const add = <AddLink>{texts.add}</AddLink>
  return (
    <Page title={texts.title} about={texts.about} actions={add}>
      <DataList
        name={texts.title}
        source={{ key: ['GET /webhooks', query], page: (cursor) => api('GET /webhooks', { query: { ...query, ...cursor } }) }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        href={({ id }) => `/${id}`}
        searched={({ url, description }) => `${url} ${description}`}
        empty={{ icon: Icon, title: texts.emptyTitle, text: texts.emptyText, action: add }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Webhook>[] {
  const texts = useTexts(webhookTexts)
  return [
    { key: 'url', title: texts.url, cell: ({ url }) => url },
    { key: 'description', title: texts.description, cell: ({ description }) => description, wideOnly: true },
    { key: 'state', title: texts.state, cell: (webhook) => <State webhook={webhook} />, width: '10rem' },
  ]
}

export function State({ webhook: { active, failingSince } }: { readonly webhook: Webhook }) {
  const texts = useTexts(webhookTexts)
  return <Badge variant="default">{active ? (failingSince === null ? texts.active : texts.failing) : texts.disabled}</Badge>
}
