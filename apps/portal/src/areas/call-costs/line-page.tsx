import { Anchor, Skeleton, Stack, Text } from '@mantine/core'
import { Coins } from 'lucide-react'
import { Link } from 'wouter'
import { useAnswer } from '../../api/queries.ts'
import { useApi } from '../../session/session-context.tsx'
import { PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { moneyText } from '../invoices/money.ts'
import { useCallColumns } from './call-columns.tsx'
import { costTexts } from './texts.ts'

/** All calls behind a line of an invoice, counted from one, whatever the customer has chosen to see of them. */
export function LinePage({ invoiceId, line }: { readonly invoiceId: string; readonly line: string }) {
  const texts = useTexts(costTexts)
  const api = useApi()
  const { language } = useLanguage()
  const columns = useCallColumns()
  const { data, error, refetch } = useAnswer('GET /invoices/{invoiceId}', [{ path: { invoiceId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  const found = data.lines[Number(line) - 1]
  if (found?.basis.source !== 'calls') return <Page title={texts.lineNotOfCalls}>{null}</Page>
  const query = { invoiceId, line: Number(line), limit: PAGE_SIZE }
  const amount = moneyText({ amount: found.amount, currency: data.gross.currency }, language)
  return (
    <Page title={found.text[language]} about={texts.lineOf(data.number ?? '', amount)}>
      <Stack>
        <Text>
          <Anchor component={Link} href={`~/invoices/${invoiceId}`}>
            {texts.openInvoice}
          </Anchor>
        </Text>
        <DataList
          name={texts.title}
          source={{ key: ['GET /rated-calls', query], page: (cursor) => api('GET /rated-calls', { query: { ...query, ...cursor } }) }}
          columns={columns}
          rowKey={({ id }) => id}
          rowName={({ called }) => called}
          href={({ id }) => `/invoices/${invoiceId}/lines/${line}/calls/${encodeURIComponent(id)}`}
          empty={{ icon: Coins, title: texts.lineEmptyTitle, text: texts.lineEmptyText }}
        />
      </Stack>
    </Page>
  )
}
