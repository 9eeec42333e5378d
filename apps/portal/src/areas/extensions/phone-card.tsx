import { Button, CopyButton, Group, Stack } from '@mantine/core'
import { useTexts } from '../../shared/language.tsx'
import { QrCode } from '../../shared/qr-code.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { sipAccessTexts } from '../../shared/sip-access/sip-access-texts.ts'
import { SipAccount } from '../../shared/sip-access/sip-account.tsx'
import { sipAccountTexts } from '../../shared/sip-access/sip-account-texts.ts'
import { type SipAccess, SipServer, useSipAccess } from '../../shared/sip-access/sip-server.tsx'
import { newExtensionTexts } from './new-extension-texts.ts'

interface Account {
  readonly sipUsername: string
  readonly sipPassword: string
}

/** All that a phone is told, to be typed, copied, or scanned; shown once. */
export function PhoneCard({ account }: { readonly account: Account }) {
  const texts = useTexts(newExtensionTexts)
  const shared = useTexts(sharedTexts)
  const access = useSipAccess()
  const text = useAsText(account, access)
  return (
    <Section title={texts.forPhone} about={texts.forPhoneAbout}>
      <Group align="flex-start" wrap="wrap">
        <Stack gap="xs" flex="1 1 20rem">
          <SipAccount account={account} />
          {access === undefined ? null : <SipServer access={access} />}
        </Stack>
        <Stack gap="xs" align="center">
          <QrCode text={text} label={texts.code} />
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <Button variant="default" size="xs" onClick={copy}>
                {copied ? shared.copied : texts.asText}
              </Button>
            )}
          </CopyButton>
        </Stack>
      </Group>
    </Section>
  )
}

function useAsText({ sipUsername, sipPassword }: Account, access: SipAccess | undefined): string {
  const account = useTexts(sipAccountTexts)
  const words = useTexts(sipAccessTexts)
  const server =
    access === undefined
      ? []
      : [
          `${words.domain}: ${access.domain}`,
          `${words.server}: ${access.outwardHost ?? access.host}`,
          `${words.ports}: UDP, TCP ${access.udpPort}, TLS ${access.tlsPort}`,
        ]
  return [`${account.username}: ${sipUsername}`, `${account.password}: ${sipPassword}`, ...server].join('\n')
}
