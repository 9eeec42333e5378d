import { Badge } from '@mantine/core'
import { Workflow } from 'lucide-react'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { differsFromPublished, type Flow } from './graph/flow.ts'
import { flowTexts } from './texts.ts'

/** All flows, with what calls go through and what is still a draft. */
export function FlowsPage() {
  const texts = useTexts(flowTexts)
  const api = useApi()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const add = <AddLink>{texts.add}</AddLink>
  return (
    <Page title={texts.title} about={texts.about} actions={add}>
      <DataList
        name={texts.title}
        source={{ key: ['GET /flows', query], page: (cursor) => api('GET /flows', { query: { ...query, ...cursor } }) }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        href={({ id }) => `/${id}`}
        searched={({ name, number }) => `${name} ${number ?? ''}`}
        empty={{ icon: Workflow, title: texts.emptyTitle, text: texts.emptyText, action: add }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Flow>[] {
  const texts = useTexts(flowTexts)
  const format = useFormat()
  return [
    { key: 'name', title: texts.name, cell: ({ name }) => name },
    { key: 'number', title: texts.number, cell: ({ number }) => number ?? '–', width: '10rem', wideOnly: true },
    { key: 'blocks', title: texts.blocks, cell: ({ draft }) => format.number(draft.blocks.length), width: '7rem', wideOnly: true },
    { key: 'state', title: texts.state, cell: (flow) => <FlowState flow={flow} /> },
  ]
}

/** Whether calls go the way that is drawn. */
export function FlowState({ flow }: { readonly flow: Flow }) {
  const texts = useTexts(flowTexts)
  const { version } = flow
  if (version === null) return <Badge color="gray">{texts.neverPublished}</Badge>
  if (differsFromPublished(flow)) return <Badge color="yellow">{texts.differs(version)}</Badge>
  return <Badge color="teal">{texts.published(version)}</Badge>
}
