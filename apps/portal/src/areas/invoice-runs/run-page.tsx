import { Button, Group, Progress, Skeleton, Stack, Text } from '@mantine/core'
import { CircleCheck, ReceiptText } from 'lucide-react'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useApi } from '../../session/session-context.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { moneyText } from '../invoices/money.ts'
import { customerStateTexts, runTexts } from './texts.ts'

type Run = Answer<'GET /invoice-runs/{runId}'>

const AGAIN_MS = 1_500
const REFRESHES = { refreshes: ['/invoice-runs', '/invoices'] } as const

/** One run: how far it is, what it would issue, which customers have problems, and what may be done. */
export function RunPage({ runId }: { readonly runId: string }) {
  const texts = useTexts(runTexts)
  const { data, error, refetch } = useAnswer('GET /invoice-runs/{runId}', [{ path: { runId } }], { everyMs: AGAIN_MS, unheard: true })
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page
      title={`${texts.title}: ${data.month}`}
      about={texts[data.state]}
      actions={data.state === 'drafted' ? <Acts run={data} /> : undefined}
    >
      <Stack>
        <Standing run={data} />
        <Problems run={data} />
        {data.state === 'drafted' ? <Preview run={data} /> : null}
      </Stack>
    </Page>
  )
}

const A_MINUTE_SECONDS = 60

function Standing({ run: { percent, secondsLeft, customers } }: { readonly run: Run }) {
  const texts = useTexts(runTexts)
  const states = useTexts(customerStateTexts)
  const { number } = useFormat()
  const found = (Object.keys(states) as (keyof typeof states)[]).filter((state) => (customers[state] ?? 0) > 0)
  const left = (seconds: number): string =>
    seconds < A_MINUTE_SECONDS ? texts.secondsLeft(number(seconds)) : texts.minutesLeft(number(Math.ceil(seconds / A_MINUTE_SECONDS)))
  return (
    <Section title={texts.progress}>
      <Progress value={percent} aria-label={texts.progress} />
      <Text>{secondsLeft === null ? texts.percent(number(percent)) : `${texts.percent(number(percent))}, ${left(secondsLeft)}`}</Text>
      {found.map((state) => (
        <Text key={state} size="sm">{`${number(customers[state] ?? 0)} ${states[state]}`}</Text>
      ))}
    </Section>
  )
}

function Acts({ run: { id: runId } }: { readonly run: Run }) {
  const texts = useTexts(runTexts)
  const confirm = useConfirm()
  const { failed } = useNotices()
  const path = { runId }
  const issue = useChange('POST /invoice-runs/{runId}/issue', REFRESHES)
  const redraft = useChange('POST /invoice-runs/{runId}/redraft', REFRESHES)
  const undo = useChange('POST /invoice-runs/{runId}/undo', REFRESHES)
  const issueAll = async (): Promise<void> => {
    if (await confirm({ title: texts.issueTitle, consequence: texts.issueConsequence, act: texts.issue }))
      await issue.mutateAsync([{ path, body: {} }]).catch(failed)
  }
  const takeBack = async (): Promise<void> => {
    if (await confirm({ title: texts.undoTitle, consequence: texts.undoConsequence, act: texts.undo }))
      await undo.mutateAsync([{ path }]).catch(failed)
  }
  return (
    <Group>
      <Button onClick={() => void issueAll()}>{texts.issue}</Button>
      <Button variant="default" onClick={() => void redraft.mutateAsync([{ path }]).catch(failed)}>
        {texts.redraft}
      </Button>
      <Button variant="default" onClick={() => void takeBack()}>
        {texts.undo}
      </Button>
    </Group>
  )
}

function Problems({ run: { id: runId, state } }: { readonly run: Run }) {
  const texts = useTexts(runTexts)
  const { language } = useLanguage()
  const api = useApi()
  const query = { state: 'problem', limit: PAGE_SIZE } as const
  return (
    <Section title={texts.problems}>
      <DataList
        name={texts.problems}
        source={{
          key: ['GET /invoice-runs/{runId}/customers', { runId, at: state, ...query }],
          page: (cursor) => api('GET /invoice-runs/{runId}/customers', { path: { runId }, query: { ...query, ...cursor } }),
        }}
        columns={[
          { key: 'name', title: texts.customer, cell: ({ name }) => name },
          { key: 'problem', title: texts.problem, cell: ({ problem }) => problem?.[language] ?? '' },
        ]}
        rowKey={({ tenantId }) => tenantId}
        rowName={({ name }) => name}
        empty={{ icon: CircleCheck, title: texts.noProblems, text: '' }}
      />
    </Section>
  )
}

function Preview({ run: { id: runId } }: { readonly run: Run }) {
  const texts = useTexts(runTexts)
  const { language } = useLanguage()
  const api = useApi()
  const query = { runId, state: 'draft', limit: PAGE_SIZE } as const
  return (
    <Section title={texts.preview}>
      <DataList
        name={texts.preview}
        source={{ key: ['GET /invoices', query], page: (cursor) => api('GET /invoices', { query: { ...query, ...cursor } }) }}
        columns={[
          { key: 'customer', title: texts.customer, cell: ({ customer }) => customer },
          { key: 'amount', title: texts.amount, cell: ({ gross }) => moneyText(gross, language), width: '10rem' },
        ]}
        rowKey={({ id }) => id}
        rowName={({ customer }) => customer}
        empty={{ icon: ReceiptText, title: texts.previewEmpty, text: texts.previewEmptyText }}
      />
    </Section>
  )
}
