import { Button, Fieldset, Group, Stack, Text } from '@mantine/core'
import { Rows3 } from 'lucide-react'
import type { Column } from '../../../shared/data-list/columns.ts'
import { DataList } from '../../../shared/data-list/data-list.tsx'
import { useTexts } from '../../../shared/language.tsx'
import { rowsInWords } from '../../../shared/table-import/import-source.ts'
import { importTexts as sharedImportTexts } from '../../../shared/table-import/import-texts.ts'
import type { Trial } from '../../../shared/table-import/import-wizard.tsx'
import { importTexts } from './import-texts.ts'
import type { Planned, Report } from './report.ts'

interface ImportCheckProps {
  readonly report: Report
  /** Creates the rows, all of them if none are given. */
  readonly act: (rows?: string) => void
  readonly trial: Trial
}

/** What would become of a file: the extensions to choose from. */
export function ImportCheck({ report, act, trial: { id, isBusy, problems } }: ImportCheckProps) {
  const texts = useTexts(importTexts)
  const shared = useTexts(sharedImportTexts)
  const { created, skipped, failed, preview } = report
  return (
    <Stack>
      <Group>
        <Text fw={600} role="status">
          {texts.counts(created, skipped, failed)}
        </Text>
        <Button onClick={() => act()} loading={isBusy} disabled={created === 0}>
          {texts.actAll(created)}
        </Button>
      </Group>
      {problems}
      <Fieldset legend={texts.preview}>
        <DataList
          name={texts.preview}
          source={{ key: ['import of extensions', id], page: () => Promise.resolve({ items: preview, nextCursor: null }) }}
          columns={columnsOf(texts, shared.row)}
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

type ChosenProps = Pick<ImportCheckProps, 'act'> & { readonly chosen: readonly Planned[]; readonly isBusy: boolean }

function Chosen({ chosen, act, isBusy }: ChosenProps) {
  const texts = useTexts(importTexts)
  return (
    <Button size="xs" loading={isBusy} onClick={() => act(rowsInWords(chosen.map(({ row }) => row)))}>
      {texts.actChosen(chosen.length)}
    </Button>
  )
}

function columnsOf(
  texts: { readonly [Key in 'number' | 'name' | 'outgoingNumber' | 'mailbox' | 'groups']: string },
  row: string,
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
    { key: 'row', title: row, cell: (planned) => planned.row, width: '5rem', wideOnly: true },
  ]
}
