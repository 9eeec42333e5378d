import { Button, FileButton, Group, Stack } from '@mantine/core'
import { Upload } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useTexts } from '../language.tsx'
import { Page } from '../page.tsx'
import { ColumnsField, type FieldChoice } from './columns-field.tsx'
import { ImportProblems } from './import-problems.tsx'
import { ImportRunning } from './import-running.tsx'
import type { ImportQuery, ImportReport, ImportSource } from './import-source.ts'
import { importTexts } from './import-texts.ts'
import { type Import, useImport } from './use-import.ts'

interface ImportWizardProps<Report extends ImportReport> {
  readonly title: string
  readonly about: string
  readonly source: ImportSource<Report>
  /** Kinds of files, as a file dialogue takes them. */
  readonly accept: string
  /** What a column can hold. */
  readonly fields: readonly FieldChoice[]
  /** How a file is read beside its columns: as it was tried. */
  readonly queryOf: (tried: Report | undefined) => ImportQuery
  /** Beside the choice of a file; `tryAgain` tries it another way once there is one. */
  readonly beside: (tried: Report | undefined, tryAgain: (how: ImportQuery) => void) => ReactNode
  /** What would become of the file, with the ways to do it. */
  readonly check: (report: Report, act: (rows?: string) => void, trial: Trial) => ReactNode
  /** What has become of it. */
  readonly done: (report: Report) => ReactNode
  /** Earlier imports, and the way back. */
  readonly past: ReactNode
}

/** A trial of a file, as far as what is shown of it depends on it. */
export interface Trial {
  readonly id: string
  readonly isBusy: boolean
  /** The rows that would be left out, to be shown before those that would not. */
  readonly problems: ReactNode
}

/** From a file to what is in it: chosen, tried, done. Nothing is changed before somebody has seen what would be. */
export function ImportWizard<Report extends ImportReport>(props: ImportWizardProps<Report>) {
  const { title, about, source, queryOf, past } = props
  const work = useImport(source, queryOf)
  return (
    <Page title={title} about={about}>
      <Stack>
        <Stage {...props} work={work} />
        {work.job?.state === 'running' ? null : past}
      </Stack>
    </Page>
  )
}

type StageProps<Report extends ImportReport> = ImportWizardProps<Report> & { readonly work: Import<Report> }

function Stage<Report extends ImportReport>(props: StageProps<Report>) {
  const { work, done } = props
  const { job, tried, isSending, leave } = work
  const texts = useTexts(importTexts)
  const running = job?.state === 'running' ? job : undefined
  if (job?.report && job.report.importId !== null)
    return (
      <>
        {done(job.report)}
        <ImportProblems problems={job.report.problems} isDone />
        <Group>
          <Button variant="default" onClick={leave}>
            {texts.another}
          </Button>
        </Group>
      </>
    )
  return (
    <>
      {running === undefined || tried !== undefined ? <Choice {...props} /> : null}
      {running === undefined ? null : <ImportRunning words={texts[running.stage ?? 'reading']} percent={running.percent} cancel={leave} />}
      {isSending && running === undefined ? <ImportRunning words={texts.sending} /> : null}
      {tried === undefined ? null : <Tried {...props} report={tried} />}
    </>
  )
}

/** What would become of the file. It stays in sight while the file is tried another way, so that nobody loses the place. */
function Tried<Report extends ImportReport>({ work, fields, check, report }: StageProps<Report> & { readonly report: Report }) {
  const { job, isBusy, tryAgain, act } = work
  return (
    <>
      {report.table === null ? null : <ColumnsField table={report.table} fields={fields} change={(columns) => tryAgain({ columns })} />}
      {check(report, act, { id: job?.id ?? '', isBusy, problems: <ImportProblems problems={report.problems} /> })}
    </>
  )
}

function Choice<Report extends ImportReport>({ accept, beside, work }: StageProps<Report>) {
  const texts = useTexts(importTexts)
  const { isBusy, tried, choose, tryAgain } = work
  const reset = useRef<() => void>(null)
  const chosen = (file: File | null): void => {
    choose(file)
    // The same file, corrected, can be chosen again.
    reset.current?.()
  }
  return (
    <Group align="flex-end">
      <FileButton onChange={chosen} accept={accept} resetRef={reset} inputProps={{ 'aria-label': texts.choose }}>
        {(button) => (
          <Button {...button} disabled={isBusy} leftSection={<Upload size={16} aria-hidden />}>
            {texts.choose}
          </Button>
        )}
      </FileButton>
      {beside(tried, tryAgain)}
    </Group>
  )
}
