import { Button, FileButton, Group, NativeSelect, Stack } from '@mantine/core'
import { Upload } from 'lucide-react'
import { useState } from 'react'
import type { Answer, Query } from '../../api/operation.ts'
import { useChange } from '../../api/queries.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { ImportReport } from './import-report.tsx'
import { importTexts } from './import-texts.ts'
import { PastImports } from './past-imports.tsx'

const ROUTE = 'POST /phone-books/{bookId}/imports'
type Report = Answer<typeof ROUTE>
type Duplicates = NonNullable<Query<typeof ROUTE>['duplicates']>

interface Choice {
  readonly duplicates: Duplicates
  /** As the API takes it; absent: by the titles. */
  readonly columns?: string
}

/** A file is tried first: nothing is changed before somebody has seen what would be. */
export function ImportPage({ bookId }: { readonly bookId: string }) {
  const texts = useTexts(importTexts)
  const { done, failed } = useNotices()
  const [file, setFile] = useState<File>()
  const [report, setReport] = useState<Report>()
  const [choice, setChoice] = useState<Choice>({ duplicates: 'skip' })
  const send = useChange(ROUTE, { refreshes: ['/phone-books', '/call-records', '/live-calls'] })
  const run = async (chosen: File, how: Choice, dryRun: boolean): Promise<void> => {
    const body = new Blob([chosen], { type: /\.vcf$/i.test(chosen.name) ? 'text/vcard' : 'text/csv' })
    try {
      const query = { ...how, fileName: chosen.name.slice(-200), dryRun: String(dryRun) }
      const answer = await send.mutateAsync([{ path: { bookId }, query, body }])
      setReport(dryRun ? answer : undefined)
      if (!dryRun) done(texts.done)
    } catch (error) {
      setReport(undefined)
      failed(error)
    }
  }
  const retry = (how: Choice): void => {
    setChoice(how)
    if (file !== undefined) void run(file, how, true)
  }
  const choose = (chosen: File | null): void => {
    if (chosen === null) return
    setFile(chosen)
    setChoice({ duplicates: choice.duplicates })
    void run(chosen, { duplicates: choice.duplicates }, true)
  }
  return (
    <Page title={texts.title} about={texts.about}>
      <Stack>
        <Group align="flex-end">
          <FileButton onChange={choose} accept=".csv,.txt,.vcf,text/csv,text/vcard" inputProps={{ 'aria-label': texts.choose }}>
            {(props) => (
              <Button {...props} loading={send.isPending} leftSection={<Upload size={16} aria-hidden />}>
                {texts.choose}
              </Button>
            )}
          </FileButton>
          <DuplicatesField value={choice.duplicates} change={(duplicates) => retry({ ...choice, duplicates })} />
        </Group>
        {report === undefined || file === undefined ? (
          <PastImports bookId={bookId} />
        ) : (
          <ImportReport
            report={report}
            mapped={(columns) => retry({ ...choice, columns })}
            act={() => void run(file, choice, false)}
            isBusy={send.isPending}
          />
        )}
      </Stack>
    </Page>
  )
}

function DuplicatesField({ value, change }: { readonly value: Duplicates; readonly change: (value: Duplicates) => void }) {
  const texts = useTexts(importTexts)
  const words: Readonly<Record<Duplicates, string>> = { skip: texts.skip, replace: texts.replace, add: texts.addAgain }
  const all = ['skip', 'replace', 'add'] as const
  return (
    <NativeSelect
      label={texts.duplicates}
      data={all.map((each) => ({ value: each, label: words[each] }))}
      value={value}
      onChange={(event) => change(all.find((each) => each === event.currentTarget.value) ?? 'skip')}
    />
  )
}
