import { Alert } from '@mantine/core'
import { MailX } from 'lucide-react'
import { useSession } from '../../session/session-context.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { DesktopCalls } from './desktop-calls.tsx'
import { MessageMails } from './message-mails.tsx'
import { MissedCallMails } from './missed-call-mails.tsx'
import { notificationTexts } from './texts.ts'

/** Of what a user is told outside the portal, and where. */
export default function NotificationsPage() {
  const texts = useTexts(notificationTexts)
  const { extension, sendsMail } = useSession()
  if (extension === null) return null
  return (
    <Page title={texts.title} about={texts.about}>
      {sendsMail ? null : (
        <Alert color="yellow" icon={<MailX aria-hidden />} maw={760}>
          {texts.noMail}
        </Alert>
      )}
      <MissedCallMails extensionId={extension.id} />
      <MessageMails extensionId={extension.id} />
      <DesktopCalls />
    </Page>
  )
}
