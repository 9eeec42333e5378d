import { useSession } from '../../session/session-context.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { AllowedCallers } from './allowed-callers.tsx'
import { Scores } from './scores.tsx'
import { spamTexts } from './texts.ts'
import { Thresholds } from './thresholds.tsx'

/** What becomes of callers who are known for spam; for the operator the list of them, too. */
export default function SpamProtectionPage() {
  const texts = useTexts(spamTexts)
  const isOperator = useSession().kind === 'operator'
  return (
    <Page title={texts.title} about={texts.about}>
      <Thresholds />
      <AllowedCallers />
      {isOperator ? <Scores /> : null}
    </Page>
  )
}
