import { Button, Group, Progress, Skeleton, Stack, Text } from '@mantine/core'
import { CircleCheck } from 'lucide-react'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useApi } from '../../session/session-context.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { rerunCustomerTexts, rerunTexts } from './rerun-texts.ts'

type Run = Answer<'GET /rerating-runs/{runId}'>

const AGAIN_MS = 1_500
const REFRESHES = { refreshes: ['/rerating-runs', '/rated-calls'] } as const

/** A run that rates a month anew: how far it is, what would be different for whom, and what may be done. */
export function RerunPage({ runId }: { readonly runId: string }) {
  const texts = useTexts(rerunTexts)
  const { data, error, refetch } = useAnswer('GET /rerating-runs/{runId}', [{ path: { runId } }], { everyMs: AGAIN_MS, unheard: true })
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page title={`${texts.anew}: ${data.month}`} about={texts[data.state]} actions={<Acts run={data} />}>
      <Stack>
        <Standing run={data} />
        <Customers run={data} />
      </Stack>
    </Page>
  )
}

function Standing({ run: { percent, calls, invoiced, different, before, after, customers } }: { readonly run: Run }) {
  const texts = useTexts(rerunTexts)
  const states = useTexts(rerunCustomerTexts)
  const { number } = useFormat()
  const found = (Object.keys(states) as (keyof typeof states)[]).filter((state) => (customers[state] ?? 0) > 0)
  return (
    <Section title={texts.progress} about={texts.resultAbout(number(calls), number(invoiced))}>
      <Progress value={percent} aria-label={texts.progress} />
      <Text>{texts.percent(number(percent))}</Text>
      <Text>{different === 0 ? texts.nothingDifferent : texts.sums(number(different), number(Number(before)), number(Number(after)))}</Text>
      {found.map((state) => (
        <Text key={state} size="sm">{`${number(customers[state] ?? 0)} ${states[state]}`}</Text>
      ))}
    </Section>
  )
}

function Acts({ run: { id: runId, state, different, customers } }: { readonly run: Run }) {
  const texts = useTexts(rerunTexts)
  const confirm = useConfirm()
  const { number } = useFormat()
  const { failed } = useNotices()
  const path = { runId }
  const keep = useChange('POST /rerating-runs/{runId}/keep', REFRESHES)
  const cancel = useChange('POST /rerating-runs/{runId}/cancel', REFRESHES)
  const keepAll = async (): Promise<void> => {
    if (await confirm({ title: texts.keepTitle, consequence: texts.keepConsequence(number(different)), act: texts.keep }))
      await keep.mutateAsync([{ path }]).catch(failed)
  }
  const cancelAll = async (): Promise<void> => {
    if (await confirm({ title: texts.cancelTitle, consequence: texts.cancelConsequence, act: texts.cancel }))
      await cancel.mutateAsync([{ path }]).catch(failed)
  }
  const isToKeep = state === 'compared' && (customers.compared ?? 0) + (customers.changed ?? 0) > 0
  return (
    <Group>
      {isToKeep ? <Button onClick={() => void keepAll()}>{texts.keep}</Button> : null}
      {state === 'kept' || state === 'cancelled' ? null : (
        <Button variant="default" onClick={() => void cancelAll()}>
          {texts.cancel}
        </Button>
      )}
    </Group>
  )
}

function Customers({ run: { id: runId, state } }: { readonly run: Run }) {
  const texts = useTexts(rerunTexts)
  const states = useTexts(rerunCustomerTexts)
  const api = useApi()
  const { number } = useFormat()
  const query = { limit: PAGE_SIZE }
  const amount = (text: string): string => number(Number(text))
  return (
    <Section title={texts.customers}>
      <DataList
        name={texts.found}
        source={{
          key: ['GET /rerating-runs/{runId}/customers', { runId, at: state, ...query }],
          page: (cursor) => api('GET /rerating-runs/{runId}/customers', { path: { runId }, query: { ...query, ...cursor } }),
          everyMs: AGAIN_MS,
        }}
        columns={[
          { key: 'name', title: texts.customer, cell: ({ name }) => name },
          { key: 'state', title: texts.state, cell: (customer) => states[customer.state], wideOnly: true },
          { key: 'different', title: texts.different, cell: ({ different }) => number(different), width: '8rem' },
          { key: 'before', title: texts.before, cell: ({ before }) => amount(before), width: '9rem', wideOnly: true },
          { key: 'after', title: texts.after, cell: ({ after }) => amount(after), width: '9rem' },
        ]}
        rowKey={({ tenantId }) => tenantId}
        rowName={({ name }) => name}
        href={({ tenantId }) => `/anew/${runId}/${tenantId}`}
        empty={{ icon: CircleCheck, title: texts.noCustomers, text: texts.noCustomersText }}
      />
    </Section>
  )
}
