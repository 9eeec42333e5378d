import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Passkeys } from './passkeys.tsx'
import { Password } from './password.tsx'
import { Person } from './person.tsx'
import { SecondFactor } from './second-factor.tsx'
import { Sessions } from './sessions.tsx'
import { ownLoginTexts } from './texts.ts'

/** What somebody signs in with, and where. */
export default function OwnLoginPage() {
  const texts = useTexts(ownLoginTexts)
  return (
    <Page title={texts.title} about={texts.about}>
      <Person />
      <Password />
      <SecondFactor />
      <Passkeys />
      <Sessions />
    </Page>
  )
}
