import { Button } from '@mantine/core'
import { FileDown } from 'lucide-react'
import { downloadHref } from '../../../shared/download-href.ts'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { ImportWizard } from '../../../shared/table-import/import-wizard.tsx'
import { ImportCheck } from './import-check.tsx'
import { ImportDone } from './import-done.tsx'
import { importTexts } from './import-texts.ts'
import { PastExtensionImports } from './past-extension-imports.tsx'
import { useExtensionImports } from './report.ts'

const FILES = '.xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** As the API names them. */
const FIELDS = ['number', 'name', 'firstName', 'lastName', 'outgoingNumber', 'mailbox', 'email', 'language', 'groups', 'site'] as const

/** From a file to extensions. */
export function ImportPage() {
  const texts = useTexts(importTexts)
  const { language } = useLanguage()
  const template = (
    <Button
      component="a"
      href={downloadHref('/extensions/imports/template', { language })}
      download
      variant="default"
      leftSection={<FileDown size={16} aria-hidden />}
    >
      {texts.template}
    </Button>
  )
  return (
    <ImportWizard
      title={texts.title}
      about={texts.about}
      source={useExtensionImports()}
      accept={FILES}
      fields={FIELDS.map((value) => ({ value, label: texts[value] }))}
      queryOf={() => ({ language })}
      beside={() => template}
      check={(report, act, trial) => <ImportCheck report={report} act={act} trial={trial} />}
      done={(report) => <ImportDone report={report} />}
      past={<PastExtensionImports />}
    />
  )
}
