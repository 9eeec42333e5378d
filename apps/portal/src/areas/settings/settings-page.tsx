import { Tabs } from '@mantine/core'
import { ChangedBy } from '../../session/may-change.tsx'
import { mayUse } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { ForwardingPolicy } from './forwarding-policy.tsx'
import { GeneralSettings } from './general-settings.tsx'
import { SecondFactorPolicy } from './second-factor-policy.tsx'
import { SingleSignOnSection } from './single-sign-on-section.tsx'
import { settingsTexts } from './texts.ts'

/** What applies to the whole of a customer; each part to those who have the right to it. */
export default function SettingsPage() {
  const texts = useTexts(settingsTexts)
  const session = useSession()
  const [general, signIn] = [mayUse(session, 'settings'), mayUse(session, 'logins')]
  return (
    <Page title={texts.title} about={texts.about}>
      <Tabs defaultValue={general ? 'general' : 'sign-in'} keepMounted={false}>
        <Tabs.List mb="md">
          {general ? <Tabs.Tab value="general">{texts.general}</Tabs.Tab> : null}
          {mayUse(session, 'extensions') ? <Tabs.Tab value="forwarding">{texts.forwardingTitle}</Tabs.Tab> : null}
          {signIn ? <Tabs.Tab value="sign-in">{texts.signIn}</Tabs.Tab> : null}
        </Tabs.List>
        <Tabs.Panel value="general">
          <GeneralSettings />
        </Tabs.Panel>
        <Tabs.Panel value="forwarding">
          <ChangedBy rights="extensions">
            <ForwardingPolicy />
          </ChangedBy>
        </Tabs.Panel>
        <Tabs.Panel value="sign-in">
          <ChangedBy rights="logins">
            <SecondFactorPolicy />
            <SingleSignOnSection />
          </ChangedBy>
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
