import { useSession } from '../../session/session-context.tsx'
import { useLanguage } from '../../shared/language.tsx'
import { Voicemail } from '../../shared/mailbox/voicemail.tsx'
import { Page } from '../../shared/page.tsx'
import { voicemail } from './area.ts'

/** The own mailbox. */
export default function VoicemailPage() {
  const { extension } = useSession()
  const { language } = useLanguage()
  if (extension === null) return null
  return (
    <Page title={voicemail.title[language]}>
      <Voicemail extensionId={extension.id} />
    </Page>
  )
}
