import { Button, Modal, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { useConfirm } from '../../shared/confirm.tsx'
import type { Column } from '../../shared/data-list/columns.ts'
import { ListTable } from '../../shared/data-list/list-table.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { dayText } from '../invoices/money.ts'
import { keyOf, type Line, lineOf, valuesOf } from './line.ts'
import { LineForm } from './line-form.tsx'
import { lineTexts } from './texts.ts'
import { useReplaceLines } from './use-lines.ts'

type Lines = Answer<'GET /counselling-lines'>

const NEW = { number: '', name: '', from: '', until: '' }

/** The lines that no itemised bill may show: to see, to add to, to let end on a day. Each change can be taken back. */
export default function CounsellingLinesPage() {
  const texts = useTexts(lineTexts)
  const { dateTime } = useFormat()
  const { data, error, refetch } = useAnswer('GET /counselling-lines', [])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  const { loadedBy, loadedAt } = data
  return (
    <Page title={texts.title} about={texts.about}>
      <Text size="sm">{loadedBy === null || loadedAt === null ? texts.builtIn : texts.loaded(loadedBy, dateTime(loadedAt))}</Text>
      <AddLine lines={data} />
      <ListOfLines lines={data} />
    </Page>
  )
}

function AddLine({ lines }: { readonly lines: Lines }) {
  const texts = useTexts(lineTexts)
  const replace = useReplaceLines(lines)
  return (
    <Section title={texts.add}>
      <LineForm
        initial={NEW}
        taken={lines.entries.map(({ number }) => number)}
        act={texts.add}
        save={(values, number) => replace([...lines.entries, lineOf(values, number)], texts.added(number))}
      />
    </Section>
  )
}

function ListOfLines({ lines }: { readonly lines: Lines }) {
  const texts = useTexts(lineTexts)
  const [typed, setTyped] = useState('')
  const [changing, setChanging] = useState<Line>()
  const wanted = typed.trim().toLowerCase()
  const items = lines.entries.filter(({ number, name }) => `${number} ${name}`.toLowerCase().includes(wanted))
  return (
    <Stack gap="xs">
      <TextInput
        type="search"
        aria-label={texts.search}
        placeholder={texts.search}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maw={320}
      />
      <ListTable name={texts.list} columns={useColumns(setChanging)} items={items} rowKey={keyOf} nearEnd={() => undefined} />
      <Text size="xs" c="dimmed" role="status">
        {texts.count(items.length, lines.entries.length)}
      </Text>
      {changing === undefined ? null : <ChangeLine lines={lines} line={changing} close={() => setChanging(undefined)} />}
    </Stack>
  )
}

function useColumns(change: (line: Line) => void): readonly Column<Line>[] {
  const texts = useTexts(lineTexts)
  const { language } = useLanguage()
  const day = (iso: string | undefined): string => (iso === undefined ? texts.always : dayText(iso, language))
  return [
    { key: 'number', title: texts.number, cell: ({ number }) => number, width: '12rem', phoneWidth: '9rem' },
    { key: 'name', title: texts.name, cell: ({ name }) => name },
    { key: 'from', title: texts.from, cell: ({ from }) => day(from), width: '9rem', wideOnly: true },
    { key: 'until', title: texts.until, cell: ({ until }) => day(until), width: '9rem', wideOnly: true },
    {
      ...{ key: 'change', title: texts.change, width: '8rem', phoneWidth: '7rem' },
      cell: (line) => (
        <Button size="compact-sm" variant="default" onClick={() => change(line)} aria-label={texts.changeOne(line.number)}>
          {texts.change}
        </Button>
      ),
    },
  ]
}

interface ChangeLineProps {
  readonly lines: Lines
  readonly line: Line
  readonly close: () => void
}

function ChangeLine({ lines, line, close }: ChangeLineProps) {
  const texts = useTexts(lineTexts)
  const shared = useTexts(sharedTexts)
  const confirm = useConfirm()
  const { failed } = useNotices()
  const replace = useReplaceLines(lines)
  const { number } = line
  const save = async (changed: readonly Line[], said: string): Promise<void> => {
    await replace(
      lines.entries.flatMap((each) => (keyOf(each) === keyOf(line) ? changed : [each])),
      said,
    )
    close()
  }
  const remove = async (): Promise<void> => {
    if (!(await confirm({ title: texts.removeTitle(number), consequence: texts.removeConsequence, act: texts.remove }))) return
    await save([], texts.removed(number)).catch(failed)
  }
  return (
    <Modal opened onClose={close} title={texts.changeOne(number)} closeButtonProps={{ 'aria-label': shared.close }} centered>
      <LineForm
        initial={valuesOf(line)}
        taken={[]}
        isKnown
        act={texts.save}
        save={(values) => save([lineOf(values, number)], texts.changed(number))}
        more={
          <Button variant="subtle" color="red" onClick={() => void remove()}>
            {texts.remove}
          </Button>
        }
      />
    </Modal>
  )
}
