import { ChangedBy } from '../../session/may-change.tsx'
import { mayUse } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { PositionSection } from './position-section.tsx'
import { Secretariats } from './secretariats.tsx'
import { operatorTexts } from './texts.ts'

/** Who takes calls for others. */
export default function OperatorPage() {
  const texts = useTexts(operatorTexts)
  const session = useSession()
  return (
    <Page title={texts.title} about={texts.about}>
      {mayUse(session, 'routing') ? (
        <ChangedBy rights="routing">
          <PositionSection />
        </ChangedBy>
      ) : null}
      {mayUse(session, 'extensions') ? (
        <ChangedBy rights="extensions">
          <Secretariats />
        </ChangedBy>
      ) : null}
    </Page>
  )
}
