import { BadgeCheck } from 'lucide-react'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { isOver, lastDayOf, type Right } from './right.ts'
import { ShownNumber } from './shown-number.tsx'
import { callerNumberTexts } from './texts.ts'

export function RightsPage() {
  const texts = useTexts(callerNumberTexts)
  const api = useApi()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  return (
    <Page title={texts.title} about={texts.about} actions={<AddLink>{texts.add}</AddLink>}>
      <Section title={texts.rights}>
        <DataList
          name={texts.rights}
          source={{ key: ['GET /number-rights', query], page: (cursor) => api('GET /number-rights', { query: { ...query, ...cursor } }) }}
          columns={useColumns()}
          rowKey={({ id }) => id}
          href={({ id }) => `/${id}`}
          searched={({ number, owner }) => `${number} ${owner}`}
          empty={{ icon: BadgeCheck, title: texts.emptyTitle, text: texts.emptyText }}
        />
      </Section>
      <ShownNumber />
    </Page>
  )
}

function useColumns(): readonly Column<Right>[] {
  const texts = useTexts(callerNumberTexts)
  const format = useFormat()
  return [
    { key: 'number', title: texts.number, cell: ({ number }) => readableNumbers(number), phoneWidth: '11rem' },
    { key: 'owner', title: texts.owner, cell: ({ owner }) => owner, wideOnly: true },
    { key: 'state', title: texts.state, cell: (right) => (isOver(right) ? texts.over : texts[right.state]), width: '9rem' },
    {
      ...{ key: 'valid', title: texts.validity, wideOnly: true },
      cell: ({ state, validUntil }) =>
        state !== 'approved' ? '' : validUntil === null ? texts.unlimited : texts.until(format.date(lastDayOf(validUntil))),
    },
  ]
}
