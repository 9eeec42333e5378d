import { Group } from '@mantine/core'
import { Split } from 'lucide-react'
import type { Entry } from '../../../api/operation.ts'
import { useAnswer } from '../../../api/queries.ts'
import { useApi } from '../../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../../shared/data-list/columns.ts'
import { DataList } from '../../../shared/data-list/data-list.tsx'
import { readableNumbers } from '../../../shared/destinations/readable-numbers.ts'
import { AddLink } from '../../../shared/editing/add-link.tsx'
import { useTexts } from '../../../shared/language.tsx'
import { Section } from '../../../shared/section.tsx'
import { routingTexts } from './texts.ts'

type Rule = Entry<'GET /carrier-rules'>

/** Which carriers have the numbers that begin with a prefix. */
export function Rules() {
  const texts = useTexts(routingTexts)
  const api = useApi()
  const query = { limit: PAGE_SIZE }
  const nameOf = useCarrierNames()
  const add = <AddLink href="/routing/new">{texts.addRule}</AddLink>
  return (
    <Section title={texts.rules} about={texts.rulesAbout}>
      <Group>{add}</Group>
      <DataList
        name={texts.rules}
        source={{ key: ['GET /carrier-rules', query], page: (cursor) => api('GET /carrier-rules', { query: { ...query, ...cursor } }) }}
        columns={useColumns(nameOf)}
        rowKey={({ id }) => id}
        href={({ id }) => `/routing/${id}`}
        searched={({ prefix, carrierIds, note }) => `${prefix} ${carrierIds.map(nameOf).join(' ')} ${note ?? ''}`}
        empty={{ icon: Split, title: texts.noRules, text: texts.noRulesText }}
      />
    </Section>
  )
}

function useColumns(nameOf: (id: string) => string): readonly Column<Rule>[] {
  const texts = useTexts(routingTexts)
  return [
    { key: 'prefix', title: texts.prefix, cell: ({ prefix }) => readableNumbers(prefix), width: '10rem', phoneWidth: '8rem' },
    {
      key: 'effect',
      title: texts.effect,
      cell: ({ effect, carrierIds }) => `${texts[`effect-${effect}`]} ${carrierIds.map(nameOf).join(', ')}`,
    },
    { key: 'note', title: texts.note, cell: ({ note }) => note ?? '', wideOnly: true },
  ]
}

/** There are few carriers; all of them are known by name. */
export function useCarrierNames(): (carrierId: string) => string {
  const { data } = useAnswer('GET /carriers', [{ query: { limit: PAGE_SIZE } }])
  return (carrierId) => data?.items.find(({ id }) => id === carrierId)?.name ?? '…'
}
