import { Button } from '@mantine/core'
import { Calculator } from 'lucide-react'
import { Link } from 'wouter'
import { useApi } from '../../session/session-context.tsx'
import { PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { deliveryTexts } from './delivery-texts.ts'
import { runTexts } from './texts.ts'

/** Runs over the months, the newest first. */
export function RunsPage() {
  const texts = useTexts(runTexts)
  const { title: deliveries } = useTexts(deliveryTexts)
  const api = useApi()
  const { dateTime, number } = useFormat()
  const query = { limit: PAGE_SIZE }
  const add = <AddLink>{texts.add}</AddLink>
  const actions = (
    <>
      <Button component={Link} href="/deliveries" variant="default">
        {deliveries}
      </Button>
      <Button component={Link} href="/issuer" variant="default">
        {texts.issuer}
      </Button>
      {add}
    </>
  )
  return (
    <Page title={texts.title} about={texts.about} actions={actions}>
      <DataList
        name={texts.title}
        source={{ key: ['GET /invoice-runs', query], page: (cursor) => api('GET /invoice-runs', { query: { ...query, ...cursor } }) }}
        columns={[
          { key: 'month', title: texts.month, cell: ({ month }) => month },
          { key: 'state', title: texts.state, cell: ({ state }) => texts[state] },
          { key: 'percent', title: texts.progress, cell: ({ percent }) => texts.percent(number(percent)), width: '8rem', wideOnly: true },
          { key: 'begun', title: texts.begun, cell: ({ createdAt }) => dateTime(createdAt), width: '12rem', wideOnly: true },
        ]}
        rowKey={({ id }) => id}
        rowName={({ month }) => month}
        href={({ id }) => `/${id}`}
        empty={{ icon: Calculator, title: texts.emptyTitle, text: texts.emptyText, action: add }}
      />
    </Page>
  )
}
