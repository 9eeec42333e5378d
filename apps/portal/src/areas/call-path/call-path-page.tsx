import { Title } from '@mantine/core'
import { useSession } from '../../session/session-context.tsx'
import { CallPath } from '../../shared/call-path/call-path.tsx'
import { CallSettingsForm } from '../../shared/call-settings/call-settings-form.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { callPathPageTexts } from './texts.ts'

/** What happens to the own calls, as one picture; all settings below it. */
export default function CallPathPage() {
  const texts = useTexts(callPathPageTexts)
  const { extension } = useSession()
  if (extension === null) return null
  return (
    <Page title={texts.title}>
      <CallPath extensionId={extension.id} />
      <Title order={2} size="h4" mt="lg">
        {texts.all}
      </Title>
      <CallSettingsForm extensionId={extension.id} />
    </Page>
  )
}
