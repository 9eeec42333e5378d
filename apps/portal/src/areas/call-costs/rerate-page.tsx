import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { RefreshCw } from 'lucide-react'
import { useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { isMonth, lastMonth } from './month.ts'
import { rerunTexts } from './rerun-texts.ts'

/** Rates a month anew: begins a run that says what would be different, and lists those of before. */
export function ReratePage() {
  const texts = useTexts(rerunTexts)
  const [, go] = useLocation()
  const { tenantId = '' } = useCustomer()
  const create = useChange('POST /rerating-runs', { refreshes: ['/rerating-runs'] })
  const form = useForm({
    initialValues: { month: lastMonth(new Date()), whose: 'one' },
    validate: { month: (month) => (isMonth(month) ? null : texts.monthWrong) },
  })
  const submit = useSubmit(form, async ({ month, whose }) => {
    const { id } = await create.mutateAsync([{ body: { month, ...(whose === 'one' && { tenantId }) } }])
    go(`/anew/${id}`)
  })
  return (
    <Page title={texts.anew} about={texts.anewAbout}>
      <Stack>
        <form onSubmit={submit.onSubmit} noValidate>
          <Group align="flex-end">
            <TextInput label={texts.month} description={texts.monthHint} required {...form.getInputProps('month')} />
            <Select
              label={texts.whose}
              data={[
                { value: 'one', label: texts.one },
                { value: 'all', label: texts.all },
              ]}
              allowDeselect={false}
              {...form.getInputProps('whose')}
            />
            <Button type="submit" loading={submit.isBusy}>
              {texts.ask}
            </Button>
          </Group>
        </form>
        <Runs />
      </Stack>
    </Page>
  )
}

function Runs() {
  const texts = useTexts(rerunTexts)
  const api = useApi()
  const { dateTime, number } = useFormat()
  const query = { limit: PAGE_SIZE }
  return (
    <Section title={texts.runs}>
      <DataList
        name={texts.anew}
        source={{ key: ['GET /rerating-runs', query], page: (cursor) => api('GET /rerating-runs', { query: { ...query, ...cursor } }) }}
        columns={[
          { key: 'month', title: texts.month, cell: ({ month }) => month },
          { key: 'whose', title: texts.whose, cell: ({ tenantId }) => (tenantId === null ? texts.all : texts.oneOf), wideOnly: true },
          { key: 'state', title: texts.state, cell: ({ state }) => texts[state] },
          { key: 'different', title: texts.different, cell: ({ different }) => number(different), width: '8rem', wideOnly: true },
          { key: 'begun', title: texts.begun, cell: ({ createdAt }) => dateTime(createdAt), width: '12rem', wideOnly: true },
        ]}
        rowKey={({ id }) => id}
        rowName={({ month }) => month}
        href={({ id }) => `/anew/${id}`}
        empty={{ icon: RefreshCw, title: texts.noRuns, text: texts.noRunsText }}
      />
    </Section>
  )
}
