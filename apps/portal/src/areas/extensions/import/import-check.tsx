import { Button, Fieldset, Group, Stack, Table, Text } from '@mantine/core'
import { Rows3 } from 'lucide-react'
import type { Column } from '../../../shared/data-list/columns.ts'
import { DataList } from '../../../shared/data-list/data-list.tsx'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { ColumnsField } from './columns-field.tsx'
import { importTexts } from './import-texts.ts'
import { type Planned, type Report, rowsInWords } from './report.ts'

interface ImportCheckProps {
  readonly report: Report
  /** Tells one check from another. */
  readonly checked: number
  readonly mapped: (columns: string) => void
  /** Creates the rows, all of them if none are given. */
  readonly act: (count: number, rows?: string) => void
  readonly isBusy: boolean
}

/** What would become of a file: columns, errors, and the extensions to choose from. */
export function ImportCheck({ report, checked, mapped, act, isBusy }: ImportCheckProps) {
  const texts = useTexts(importTexts)
  const { created, skipped, failed, problems, preview, table } = report
  return (
    <Stack>
      <Group>
        <Text fw={600} role="status">
          {texts.counts(created, skipped, failed)}
        </Text>
        <Button onClick={() => act(created)} loading={isBusy} disabled={created === 0}>
          {texts.actAll(created)}
        </Button>
      </Group>
      <ColumnsField columns={table.columns} change={mapped} />
      {problems.length === 0 ? null : <Problems problems={problems} />}
      <Fieldset legend={texts.preview}>
        <DataList
          name={texts.preview}
          source={{ key: ['import of extensions', checked], page: () => Promise.resolve({ items: preview, nextCursor: null }) }}
          columns={columnsOf(texts)}
          rowKey={({ row }) => String(row)}
          rowName={({ number }) => number}
          searched={({ number, name }) => `${number} ${name}`}
          bulk={(chosen) => <Chosen chosen={chosen} act={act} isBusy={isBusy} />}
          empty={{ icon: Rows3, title: texts.nothing, text: texts.nothingHint }}
        />
      </Fieldset>
    </Stack>
  )
}

type ChosenProps = Pick<ImportCheckProps, 'act' | 'isBusy'> & { readonly chosen: readonly Planned[] }

function Chosen({ chosen, act, isBusy }: ChosenProps) {
  const texts = useTexts(importTexts)
  return (
    <Button size="xs" loading={isBusy} onClick={() => act(chosen.length, rowsInWords(chosen.map(({ row }) => row)))}>
      {texts.actChosen(chosen.length)}
    </Button>
  )
}

function Problems({ problems }: Pick<Report, 'problems'>) {
  const texts = useTexts(importTexts)
  const { language } = useLanguage()
  const rows = problems.map(({ row, value, text }) => [String(row), value, text[language]])
  return (
    <Fieldset legend={texts.problems}>
      <Text size="sm">{texts.problemsHint}</Text>
      <Table.ScrollContainer minWidth={320} type="native" tabIndex={0} role="region" aria-label={texts.problems} mah={360}>
        <Table data={{ head: [texts.row, texts.value, texts.what], body: rows }} />
      </Table.ScrollContainer>
      {problems.length < 200 ? null : <Text size="sm">{texts.moreProblems(problems.length)}</Text>}
    </Fieldset>
  )
}

function columnsOf(
  texts: { readonly [Key in 'row' | 'number' | 'name' | 'outgoingNumber' | 'mailbox' | 'groups']: string },
): readonly Column<Planned>[] {
  return [
    { key: 'number', title: texts.number, cell: ({ number }) => number, width: '9rem' },
    { key: 'name', title: texts.name, cell: ({ name }) => name },
    { key: 'outgoing', title: texts.outgoingNumber, cell: ({ outgoingNumber }) => outgoingNumber ?? '', wideOnly: true },
    {
      key: 'mailbox',
      title: texts.mailbox,
      cell: ({ mailbox, mailTo }) => (mailbox ? (mailTo ?? '✓') : ''),
      width: '11rem',
      wideOnly: true,
    },
    { key: 'groups', title: texts.groups, cell: ({ groups }) => groups.join(', '), wideOnly: true },
    { key: 'row', title: texts.row, cell: ({ row }) => row, width: '5rem', wideOnly: true },
  ]
}
