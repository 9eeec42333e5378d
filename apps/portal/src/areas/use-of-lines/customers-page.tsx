import { Text } from '@mantine/core'
import { Gauge as GaugeIcon } from 'lucide-react'
import type { Entry } from '../../api/operation.ts'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { usageTexts } from './texts.ts'

type Usage = Entry<'GET /channel-usage'>

const AGAIN_MS = 5_000

/** All customers of an operator or reseller, each with what it uses now. */
export function CustomersPage() {
  const texts = useTexts(usageTexts)
  const api = useApi()
  const query = { limit: PAGE_SIZE }
  return (
    <Page title={texts.customers} about={texts.customersAbout}>
      <DataList
        name={texts.customers}
        source={{
          key: ['GET /channel-usage', query],
          page: (cursor) => api('GET /channel-usage', { query: { ...query, ...cursor } }),
          everyMs: AGAIN_MS,
        }}
        columns={useColumns()}
        rowKey={({ tenantId }) => tenantId}
        searched={({ name }) => name}
        empty={{ icon: GaugeIcon, title: texts.none, text: texts.noneText }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Usage>[] {
  const texts = useTexts(usageTexts)
  const { language } = useLanguage()
  const { number } = useFormat()
  return [
    { key: 'name', title: texts.customer, cell: ({ name }) => name },
    {
      key: 'channels',
      title: texts.channels,
      cell: ({ channels: { in: coming, out, limits } }) => {
        const inUse = number(coming + out)
        return limits.both === null ? inUse : texts.inUse(inUse, number(limits.both))
      },
    },
    {
      key: 'rate',
      title: texts.rate,
      cell: ({ callRate: { perSecond, allowed } }) =>
        allowed === null ? number(perSecond) : texts.rateOf(number(perSecond), number(allowed)),
      wideOnly: true,
    },
    {
      key: 'answers',
      title: texts.answers,
      cell: ({ answers: { percent, attempts } }) => (percent === null ? '' : texts.answeredOf(number(percent), number(attempts))),
      wideOnly: true,
    },
    {
      key: 'warnings',
      title: texts.warnings,
      cell: ({ warnings }) => (
        <Text size="sm" component="span">
          {warnings.map(({ text }) => text[language]).join(' ')}
        </Text>
      ),
    },
  ]
}
