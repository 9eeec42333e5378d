import { Button } from '@mantine/core'
import { FileUp, Tags } from 'lucide-react'
import { Link } from 'wouter'
import type { Entry } from '../../../api/operation.ts'
import { useAnswer } from '../../../api/queries.ts'
import { useApi } from '../../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../../shared/data-list/columns.ts'
import { DataList } from '../../../shared/data-list/data-list.tsx'
import { readableNumbers } from '../../../shared/destinations/readable-numbers.ts'
import { AddLink } from '../../../shared/editing/add-link.tsx'
import { useFormat } from '../../../shared/format.ts'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { Page } from '../../../shared/page.tsx'
import { pricePerMinute } from './price.ts'
import { priceTexts } from './texts.ts'

type ListedRate = Entry<'GET /carriers/{carrierId}/prices'>

/** The price list of a carrier. */
export function PricesPage({ carrierId }: { readonly carrierId: string }) {
  const texts = useTexts(priceTexts)
  const api = useApi()
  const path = { carrierId }
  const { data: carrier } = useAnswer('GET /carriers/{carrierId}', [{ path }])
  const query = { limit: PAGE_SIZE }
  const actions = (
    <>
      <Button component={Link} href={`/${carrierId}/prices/import`} variant="default" leftSection={<FileUp size={16} aria-hidden />}>
        {texts.import}
      </Button>
      <AddLink href={`/${carrierId}/prices/new`}>{texts.add}</AddLink>
    </>
  )
  return (
    <Page title={texts.title(carrier?.name ?? '…')} about={texts.about} actions={actions}>
      <DataList
        name={texts.prices}
        source={(search) => ({
          key: ['GET /carriers/{carrierId}/prices', path, query, search],
          page: (cursor) => api('GET /carriers/{carrierId}/prices', { path, query: { ...query, ...search, ...cursor } }),
        })}
        columns={useColumns()}
        rowKey={({ prefix, validFrom }) => `${prefix} ${validFrom ?? ''}`}
        rowName={({ prefix }) => prefix}
        href={({ prefix }) => `/${carrierId}/prices/${prefix}`}
        empty={{ icon: Tags, title: texts.emptyTitle, text: texts.emptyText }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<ListedRate>[] {
  const texts = useTexts(priceTexts)
  const { language } = useLanguage()
  const format = useFormat()
  const valid = ({ validFrom, validUntil }: ListedRate): string => {
    const from = validFrom === null ? [] : [texts.from(format.date(validFrom))]
    // It ends with the midnight after its last day.
    const until = validUntil === null ? [] : [texts.until(format.date(new Date(Date.parse(validUntil) - 1).toISOString()))]
    return [...from, ...until].join(' ') || texts.always
  }
  return [
    { key: 'prefix', title: texts.prefix, cell: ({ prefix }) => readableNumbers(prefix), width: '12rem', phoneWidth: '8rem' },
    { key: 'price', title: texts.price, cell: ({ microsPerMinute }) => pricePerMinute(microsPerMinute, language) },
    { key: 'valid', title: texts.valid, cell: valid, wideOnly: true },
  ]
}
