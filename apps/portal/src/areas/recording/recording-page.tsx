import { mayUse } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Policy } from './policy.tsx'
import { Rules } from './rules.tsx'
import { Storage } from './storage.tsx'
import { recordingTexts } from './texts.ts'

export default function RecordingPage() {
  const texts = useTexts(recordingTexts)
  const session = useSession()
  return (
    <Page title={texts.title} about={texts.about}>
      {mayUse(session, 'settings') ? <Storage /> : null}
      <Rules />
      <Policy />
    </Page>
  )
}
