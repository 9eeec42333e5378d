import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Countries } from './countries.tsx'
import { Events } from './events.tsx'
import { Limits } from './limits.tsx'
import { Locks } from './locks.tsx'
import { guardTexts } from './texts.ts'
import { Today } from './today.tsx'

/** What calls may cost, and what the guard has to say. */
export default function CostGuardPage() {
  const texts = useTexts(guardTexts)
  return (
    <Page title={texts.title} about={texts.about}>
      <Today />
      <Countries />
      <Limits />
      <Locks />
      <Events />
    </Page>
  )
}
