import { Button, CopyButton, Group, TextInput } from '@mantine/core'
import { Check, Copy } from 'lucide-react'
import { useTexts } from './language.tsx'
import { sharedTexts } from './shared-texts.ts'

/** A text that belongs elsewhere, with a button that copies it. */
export function Copyable({ label, value }: { readonly label: string; readonly value: string }) {
  const texts = useTexts(sharedTexts)
  return (
    <Group align="flex-end" wrap="nowrap" gap="xs">
      <TextInput label={label} value={value} readOnly flex={1} />
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button variant="default" leftSection={copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />} onClick={copy}>
            {copied ? texts.copied : texts.copy}
          </Button>
        )}
      </CopyButton>
    </Group>
  )
}
