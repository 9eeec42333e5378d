import { Anchor, Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { ChartColumn, FileCheck2, FileDown } from 'lucide-react'
import { Link } from 'wouter'
import type { Reading } from '../../api/queries.ts'
import { mayUse } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import type { Column } from '../../shared/data-list/columns.ts'
import { ListTable } from '../../shared/data-list/list-table.tsx'
import { EmptyState } from '../../shared/empty-state.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { asProblem, Trouble } from '../../shared/trouble.tsx'
import { BarChart, type Chart } from './bar-chart.tsx'
import { reportTexts } from './texts.ts'

/** What a report answers. */
export interface Reported<Row> {
  readonly range: { readonly zone: string }
  readonly items: readonly Row[]
  readonly more: boolean
}

interface ResultProps<Row> {
  readonly name: string
  readonly answer: Reading<Reported<Row>>
  /** Where the same is as a file. */
  readonly file: `/reports/${string}/file`
  readonly query: object
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly href?: (row: Row) => string
  readonly charts?: readonly Chart[]
  /** Nothing was counted, though there may be rows. */
  readonly isEmpty: boolean
  readonly emptyText: string
  /** What the file has beside. */
  readonly note?: string
}

/** A report as pictures and as a table with the same numbers, and the ways to the file. */
export function Result<Row>({ name, answer, file, query, columns, rowKey, href, charts = [], isEmpty, emptyText, note }: ResultProps<Row>) {
  const texts = useTexts(reportTexts)
  const { data, error, refetch } = answer
  if (error !== null)
    return asProblem(error).code === 'consent-missing' ? <NoConsent /> : <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  if (isEmpty) return <EmptyState icon={ChartColumn} title={texts.emptyTitle} text={emptyText} />
  return (
    <Stack gap="md">
      <Downloads file={file} query={query} />
      {charts.map((chart) => (
        <BarChart key={chart.title} {...chart} />
      ))}
      {data.more ? <Text size="sm">{texts.more(data.items.length)}</Text> : null}
      <ListTable name={texts.table(name)} items={data.items} columns={columns} rowKey={rowKey} href={href} nearEnd={nothingMore} />
      <Text size="xs" c="dimmed">
        {texts.zone(data.range.zone)} {note}
      </Text>
    </Stack>
  )
}

/** All rows are there. */
function nothingMore(): void {}

function Downloads({ file, query }: Pick<ResultProps<never>, 'file' | 'query'>) {
  const texts = useTexts(reportTexts)
  const { language } = useLanguage()
  const href = (format: string): string => `/api/v1${file}?${new URLSearchParams({ ...query, language, format })}`
  return (
    <Group>
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button key={format} component="a" href={href(format)} download variant="default" leftSection={<FileDown size={16} aria-hidden />}>
          {format === 'xlsx' ? texts.excel : texts.csv}
        </Button>
      ))}
    </Group>
  )
}

/** PORT-04: what is missing, and how to get it. */
function NoConsent() {
  const texts = useTexts(reportTexts)
  const session = useSession()
  const way = mayUse(session, 'logins') ? (
    <Anchor component={Link} href="~/consents">
      {texts.consents}
    </Anchor>
  ) : null
  return <EmptyState icon={FileCheck2} title={texts.noConsentTitle} text={texts.noConsentText} action={way} />
}
