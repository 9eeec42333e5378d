import { Alert, Button, CopyButton, Group, Stack, TextInput } from '@mantine/core'
import { Check, Copy, KeyRound } from 'lucide-react'
import { useTexts } from '../language.tsx'
import { sharedTexts } from '../shared-texts.ts'
import { sipAccountTexts } from './sip-account-texts.ts'

/** What goes into a phone; shown once. */
export function SipAccount({ account }: { readonly account: { readonly sipUsername: string; readonly sipPassword: string } }) {
  const texts = useTexts(sipAccountTexts)
  return (
    <Alert color="klinke" icon={<KeyRound aria-hidden />} title={texts.title}>
      <Stack gap="xs" maw={480}>
        {texts.once}
        <Copyable label={texts.username} value={account.sipUsername} />
        <Copyable label={texts.password} value={account.sipPassword} />
      </Stack>
    </Alert>
  )
}

function Copyable({ label, value }: { readonly label: string; readonly value: string }) {
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
