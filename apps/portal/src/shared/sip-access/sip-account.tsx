import { Alert, Stack } from '@mantine/core'
import { KeyRound } from 'lucide-react'
import { Copyable } from '../copyable.tsx'
import { useTexts } from '../language.tsx'
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
