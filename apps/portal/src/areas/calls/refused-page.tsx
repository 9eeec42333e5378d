import { ShieldCheck } from 'lucide-react'
import type { Entry } from '../../api/operation.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { explainTexts } from './texts.ts'

const AGAIN_MS = 10_000

/** What was refused before it was a call, with the reason in words. */
export function RefusedPage() {
  const texts = useTexts(explainTexts)
  const api = useApi()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  return (
    <Page title={texts.refusedTitle} about={texts.refusedAbout}>
      <DataList
        name={texts.refusedTitle}
        source={{
          key: ['GET /refused-requests', query],
          page: (cursor) => api('GET /refused-requests', { query: { ...query, ...cursor } }),
          everyMs: AGAIN_MS,
        }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ icon: ShieldCheck, title: texts.noRefused, text: texts.noRefusedText }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Entry<'GET /refused-requests'>>[] {
  const texts = useTexts(explainTexts)
  const { language } = useLanguage()
  const format = useFormat()
  return [
    { key: 'at', title: texts.at, cell: ({ at }) => format.when(at), width: '10.5rem' },
    { key: 'account', title: texts.account, cell: ({ account }) => account, width: '9rem' },
    { key: 'source', title: texts.source, cell: ({ source }) => source, width: '9rem', wideOnly: true },
    { key: 'why', title: texts.why, cell: ({ diagnosis }) => readableNumbers(diagnosis.sentence[language]) },
  ]
}
