import { Alert, Button, Group, Stack } from '@mantine/core'
import { Download, KeyRound } from 'lucide-react'
import { Link } from 'wouter'
import { useTexts } from '../../../shared/language.tsx'
import { sharedTexts } from '../../../shared/shared-texts.ts'
import { importTexts } from './import-texts.ts'
import type { Report } from './report.ts'

/** The accounts of what was created, readable for an hour by who has imported them. */
export function ImportDone({ report }: { readonly report: Report }) {
  const texts = useTexts(importTexts)
  const shared = useTexts(sharedTexts)
  return (
    <Stack>
      <Alert icon={<KeyRound size={18} aria-hidden />} title={texts.done(report.created)} role="status">
        {texts.accountsOnce}
      </Alert>
      <Group>
        <Button leftSection={<Download size={16} aria-hidden />} onClick={() => saveFile(report.accountsCsv ?? '', texts.accountsFile)}>
          {texts.saveAccounts}
        </Button>
        <Button component={Link} href="/" variant="default">
          {shared.back}
        </Button>
      </Group>
    </Stack>
  )
}

function saveFile(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}
