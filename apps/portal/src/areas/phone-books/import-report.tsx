import { Button, Fieldset, Group, NativeSelect, Stack, Table, Text } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { importTexts } from './import-texts.ts'
import { phoneBookTexts } from './texts.ts'

type Report = Answer<'POST /phone-books/{bookId}/imports'>
type TableView = NonNullable<Report['table']>

interface ImportReportProps {
  readonly report: Report
  /** The columns were given another meaning. */
  readonly mapped: (columns: string) => void
  readonly act: () => void
  readonly isBusy: boolean
}

/** What would become of a file. */
export function ImportReport({ report, mapped, act, isBusy }: ImportReportProps) {
  const texts = useTexts(importTexts)
  const { created, changed, skipped, failed } = report
  return (
    <Stack>
      <Text fw={600} role="status">
        {texts.wouldBe}: {texts.counts(created, changed, skipped, failed)}
      </Text>
      {report.table === null ? null : <Columns table={report.table} mapped={mapped} />}
      <Preview report={report} />
      {report.problems.length === 0 ? null : <Problems problems={report.problems} />}
      <Group>
        <Button onClick={act} loading={isBusy} disabled={created + changed === 0}>
          {texts.act(created + changed)}
        </Button>
      </Group>
    </Stack>
  )
}

/** As the API names them; a second one of a kind is its name and 2. */
const FIELDS = [
  ...(['name', 'firstName', 'lastName', 'company', 'email', 'work', 'work2', 'mobile', 'mobile2', 'home', 'home2'] as const),
  ...(['fax', 'other', 'notes', 'favourite'] as const),
]

function Columns({ table, mapped }: { readonly table: TableView; readonly mapped: (columns: string) => void }) {
  const texts = useTexts(importTexts)
  const words = useFieldWords()
  const change = (place: number, field: string): void => {
    // One field has one column: who takes it leaves the other without.
    const fields = table.columns.map((column, index) => (index === place ? field : column.field === field ? '-' : (column.field ?? '-')))
    mapped(fields.join(','))
  }
  return (
    <Fieldset legend={texts.columns}>
      <Group align="flex-start">
        {table.columns
          .map((column, place) => ({ ...column, place }))
          .map(({ title, field, samples, place }) => (
            <NativeSelect
              key={place}
              label={title || texts.columnTitle(place + 1)}
              description={samples.filter(Boolean).join(', ').slice(0, 60)}
              data={[{ value: '-', label: texts.notRead }, ...FIELDS.map((value) => ({ value, label: words[value] }))]}
              value={field ?? '-'}
              onChange={(event) => change(place, event.currentTarget.value)}
            />
          ))}
      </Group>
    </Fieldset>
  )
}

function useFieldWords(): Readonly<Record<(typeof FIELDS)[number], string>> {
  const texts = useTexts(importTexts)
  const entry = useTexts(phoneBookTexts)
  return {
    ...entry,
    ...{ firstName: texts.firstName, lastName: texts.lastName },
    ...{ work2: texts.second(entry.work), mobile2: texts.second(entry.mobile), home2: texts.second(entry.home) },
  }
}

function Preview({ report }: { readonly report: Report }) {
  const texts = useTexts(importTexts)
  const entry = useTexts(phoneBookTexts)
  const rows = report.preview.map(({ row, name, company, numbers }) => [
    String(row),
    name,
    company,
    numbers.map(({ kind, number }) => `${readableNumbers(number)} (${entry[kind]})`).join(', '),
  ])
  return <Rows legend={texts.preview} head={[texts.row, entry.name, entry.company, entry.numbers]} rows={rows} />
}

function Problems({ problems }: { readonly problems: Report['problems'] }) {
  const texts = useTexts(importTexts)
  const { language } = useLanguage()
  const rows = problems.map(({ row, value, text }) => [String(row), value, text[language]])
  return <Rows legend={texts.problems} head={[texts.row, texts.value, texts.what]} rows={rows} />
}

interface RowsProps {
  readonly legend: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

function Rows({ legend, head, rows }: RowsProps) {
  const scroll = { type: 'native' } as const
  return (
    <Fieldset legend={legend}>
      <Table.ScrollContainer minWidth={480} {...scroll} tabIndex={0} role="region" aria-label={legend}>
        <Table data={{ head: [...head], body: rows.map((row) => [...row]) }} />
      </Table.ScrollContainer>
    </Fieldset>
  )
}
