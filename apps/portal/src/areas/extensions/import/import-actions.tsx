import { Button } from '@mantine/core'
import { FileDown, FileUp } from 'lucide-react'
import { Link } from 'wouter'
import { useCustomer } from '../../../session/customer.tsx'
import { useMayChange } from '../../../session/may-change.tsx'
import { downloadHref } from '../../../shared/download-href.ts'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { importTexts } from './import-texts.ts'

/** The ways to a table of extensions and back. */
export function ImportActions() {
  const texts = useTexts(importTexts)
  const { language } = useLanguage()
  const mayChange = useMayChange()
  const href = downloadHref('/extensions/export', { ...useCustomer(), language })
  return (
    <>
      <Button component="a" href={href} download variant="default" leftSection={<FileDown size={16} aria-hidden />}>
        {texts.export}
      </Button>
      {mayChange ? (
        <Button component={Link} href="/import" variant="default" leftSection={<FileUp size={16} aria-hidden />}>
          {texts.open}
        </Button>
      ) : null}
    </>
  )
}
