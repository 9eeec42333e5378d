import { Button, Fieldset, Group, NativeSelect, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { useTexts } from '../../shared/language.tsx'
import { importTexts as sharedImportTexts } from '../../shared/table-import/import-texts.ts'
import { ImportWizard, type Trial } from '../../shared/table-import/import-wizard.tsx'
import { type Duplicates, type Report, useBookImports } from './book-imports.ts'
import { importTexts } from './import-texts.ts'
import { PastBookImports } from './past-book-imports.tsx'
import { phoneBookTexts } from './texts.ts'

const FILES = '.csv,.txt,.xlsx,.vcf,text/csv,text/vcard,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const DUPLICATES = ['skip', 'replace', 'add'] as const

/** As the API names them; a second one of a kind is its name and 2. */
const FIELDS = [
  ...(['name', 'firstName', 'lastName', 'company', 'email', 'work', 'work2', 'mobile', 'mobile2', 'home', 'home2'] as const),
  ...(['fax', 'other', 'notes', 'favourite'] as const),
]

/** From a file to contacts. */
export function ImportPage({ bookId }: { readonly bookId: string }) {
  const texts = useTexts(importTexts)
  const words = useFieldWords()
  const [duplicates, setDuplicates] = useState<Duplicates>('skip')
  return (
    <ImportWizard
      title={texts.title}
      about={texts.about}
      source={useBookImports(bookId)}
      accept={FILES}
      fields={FIELDS.map((value) => ({ value, label: words[value] }))}
      queryOf={(tried) => ({ duplicates: tried?.duplicates ?? duplicates })}
      beside={(tried, tryAgain) => (
        <DuplicatesField
          value={tried?.duplicates ?? duplicates}
          change={(chosen) => {
            setDuplicates(chosen)
            tryAgain({ duplicates: chosen })
          }}
        />
      )}
      check={(report, act, trial) => <Check report={report} act={() => act()} trial={trial} />}
      done={(report) => <Done report={report} />}
      past={<PastBookImports bookId={bookId} />}
    />
  )
}

function DuplicatesField({ value, change }: { readonly value: Duplicates; readonly change: (value: Duplicates) => void }) {
  const texts = useTexts(importTexts)
  const words: Readonly<Record<Duplicates, string>> = { skip: texts.skip, replace: texts.replace, add: texts.addAgain }
  return (
    <NativeSelect
      label={texts.duplicates}
      data={DUPLICATES.map((each) => ({ value: each, label: words[each] }))}
      value={value}
      onChange={(event) => change(DUPLICATES.find((each) => each === event.currentTarget.value) ?? 'skip')}
    />
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

interface CheckProps {
  readonly report: Report
  readonly act: () => void
  readonly trial: Trial
}

/** What would become of the file. */
function Check({ report, act, trial: { isBusy, problems } }: CheckProps) {
  const texts = useTexts(importTexts)
  const { created, changed, skipped, failed } = report
  return (
    <Stack>
      <Group>
        <Text fw={600} role="status">
          {texts.wouldBe}: {texts.counts(created, changed, skipped, failed)}
        </Text>
        <Button onClick={act} loading={isBusy} disabled={created + changed === 0}>
          {texts.act(created + changed)}
        </Button>
      </Group>
      {problems}
      <Preview preview={report.preview} />
    </Stack>
  )
}

function Preview({ preview }: Pick<Report, 'preview'>) {
  const texts = useTexts(importTexts)
  const shared = useTexts(sharedImportTexts)
  const entry = useTexts(phoneBookTexts)
  const rows = preview.map(({ row, name, company, numbers }) => [
    String(row),
    name,
    company,
    numbers.map(({ kind, number }) => `${readableNumbers(number)} (${entry[kind]})`).join(', '),
  ])
  return (
    <Fieldset legend={texts.preview}>
      <Table.ScrollContainer minWidth={480} type="native" tabIndex={0} role="region" aria-label={texts.preview}>
        <Table data={{ head: [shared.row, entry.name, entry.company, entry.numbers], body: rows }} />
      </Table.ScrollContainer>
    </Fieldset>
  )
}

function Done({ report: { created, changed, skipped, failed } }: { readonly report: Report }) {
  const texts = useTexts(importTexts)
  return (
    <Text fw={600} role="status">
      {texts.done}: {texts.counts(created, changed, skipped, failed)}
    </Text>
  )
}
