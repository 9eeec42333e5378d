import { Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core'
import { FileDown, Upload } from 'lucide-react'
import { useState } from 'react'
import { useChange } from '../../../api/queries.ts'
import { useCustomer } from '../../../session/customer.tsx'
import { downloadHref } from '../../../shared/download-href.ts'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { useNotices } from '../../../shared/notices.tsx'
import { Page } from '../../../shared/page.tsx'
import { ImportCheck } from './import-check.tsx'
import { ImportDone } from './import-done.tsx'
import { importTexts } from './import-texts.ts'
import { PastImports } from './past-imports.tsx'
import { IMPORT, REFRESHES, type Report } from './report.ts'

const FILES = '.xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** From a file to extensions: chosen, checked, created. Nothing is changed before somebody has seen what would be. */
export function ImportPage() {
  const texts = useTexts(importTexts)
  const { language } = useLanguage()
  const { report, checked, choose, mapped, act, isBusy, count } = useImport()
  const isDone = report !== undefined && report.importId !== null
  return (
    <Page title={texts.title} about={texts.about}>
      <Stack>
        {isDone ? (
          <ImportDone report={report} />
        ) : (
          <Group>
            <FileButton onChange={choose} accept={FILES} inputProps={{ 'aria-label': texts.choose }}>
              {(props) => (
                <Button {...props} disabled={isBusy} leftSection={<Upload size={16} aria-hidden />}>
                  {texts.choose}
                </Button>
              )}
            </FileButton>
            <Button
              component="a"
              href={downloadHref('/extensions/imports/template', { language })}
              download
              variant="default"
              leftSection={<FileDown size={16} aria-hidden />}
            >
              {texts.template}
            </Button>
          </Group>
        )}
        {isBusy ? <Working words={count === undefined ? texts.reading : texts.working(count)} /> : null}
        {report === undefined || isDone ? (
          <PastImports />
        ) : (
          <ImportCheck report={report} checked={checked} mapped={mapped} act={act} isBusy={isBusy} />
        )}
      </Stack>
    </Page>
  )
}

function Working({ words }: { readonly words: string }) {
  return (
    <Stack gap={4}>
      <Text size="sm" role="status">
        {words}
      </Text>
      <Progress value={100} animated striped aria-label={words} />
    </Stack>
  )
}

interface Sent {
  readonly columns?: string
  readonly rows?: string
}

function useImport() {
  const [file, setFile] = useState<File>()
  const [columns, setColumns] = useState<string>()
  const [{ report, checked }, setChecked] = useState<{ readonly report?: Report; readonly checked: number }>({ checked: 0 })
  const [count, setCount] = useState<number>()
  const customer = useCustomer()
  const { language } = useLanguage()
  const { failed } = useNotices()
  const send = useChange(IMPORT, { refreshes: REFRESHES })
  const run = async (chosen: File, how: Sent, dryRun: boolean): Promise<void> => {
    // Some systems know spreadsheets by no type: what the file is, the server sees.
    const body = new Blob([chosen], { type: 'application/octet-stream' })
    const query = { ...customer, ...how, language, fileName: chosen.name.slice(-200), dryRun: String(dryRun) }
    try {
      const answer = await send.mutateAsync([{ query, body }])
      setChecked({ report: answer, checked: checked + 1 })
    } catch (error) {
      failed(error)
    }
  }
  const check = (chosen: File, how: Sent): void => {
    setFile(chosen)
    setColumns(how.columns)
    setCount(undefined)
    void run(chosen, how, true)
  }
  return {
    ...{ report, checked, count, isBusy: send.isPending },
    choose: (chosen: File | null): void => {
      if (chosen !== null) check(chosen, {})
    },
    mapped: (how: string): void => {
      if (file !== undefined) check(file, { columns: how })
    },
    act: (made: number, rows?: string): void => {
      if (file === undefined) return
      setCount(made)
      void run(file, { ...(columns === undefined ? {} : { columns }), ...(rows === undefined ? {} : { rows }) }, false)
    },
  }
}
