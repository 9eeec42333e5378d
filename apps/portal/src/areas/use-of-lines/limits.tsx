import { Group, Select, Text } from '@mantine/core'
import { Gauge as GaugeIcon } from 'lucide-react'
import { useLocation } from 'wouter'
import type { Entry } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { TargetSelect } from '../../shared/destinations/target-select.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { usageTexts } from './texts.ts'

type Limit = Entry<'GET /channel-limits'>

/** Sites and extensions with a limit of their own, and the way to set one. */
export function Limits() {
  const texts = useTexts(usageTexts)
  const api = useApi()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  return (
    <Section title={texts.limits} about={texts.limitsAbout}>
      <DataList
        name={texts.limits}
        source={{
          key: ['GET /channel-limits', query],
          page: (cursor) => api('GET /channel-limits', { query: { ...query, ...cursor } }),
        }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        href={({ id }) => `/limits/${id}`}
        empty={{ icon: GaugeIcon, title: texts.noLimits, text: texts.noLimitsText }}
      />
      {useMayChange() ? <Choice /> : null}
    </Section>
  )
}

/** For what a limit is to be set. */
function Choice() {
  const texts = useTexts(usageTexts)
  const [, go] = useLocation()
  const { data } = useAnswer('GET /sites', [{ query: useCustomer() }])
  const open = (id: string | null): void => {
    if (id !== null) go(`/limits/${id}`)
  }
  return (
    <Group grow align="flex-start">
      <Select
        label={texts.ofSite}
        data={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={null}
        onChange={open}
        searchable
      />
      <TargetSelect kind="extension" label={texts.ofExtension} value={null} onChange={open} />
    </Group>
  )
}

function useColumns(): readonly Column<Limit>[] {
  const texts = useTexts(usageTexts)
  const { number } = useFormat()
  const shown = (limit: number | null) => <Text size="sm">{limit === null ? '' : number(limit)}</Text>
  return [
    { key: 'place', title: texts.place, cell: ({ scope, name }) => `${texts[scope]} ${name}` },
    { key: 'both', title: texts.both, cell: ({ both }) => shown(both) },
    { key: 'in', title: texts.in, cell: (limit) => shown(limit.in), wideOnly: true },
    { key: 'out', title: texts.out, cell: ({ out }) => shown(out), wideOnly: true },
  ]
}
