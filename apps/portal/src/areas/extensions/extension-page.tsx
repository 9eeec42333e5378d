import { Skeleton, Tabs, Title } from '@mantine/core'
import { useLocation } from 'wouter'
import { useAnswer, useChange } from '../../api/queries.ts'
import { CallPath } from '../../shared/call-path/call-path.tsx'
import { CallSettingsForm } from '../../shared/call-settings/call-settings-form.tsx'
import { Callbacks } from '../../shared/callbacks/callbacks.tsx'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { EmergencyTest } from '../../shared/emergency-test/emergency-test.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Voicemail } from '../../shared/mailbox/voicemail.tsx'
import { Page } from '../../shared/page.tsx'
import { Devices } from '../../shared/sip-access/devices.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import type { Extension } from './extension.ts'
import { GeneralTab } from './general-tab.tsx'
import { IntercomTab } from './intercom-tab.tsx'
import { intercomTexts } from './intercom-texts.ts'
import { extensionTexts } from './texts.ts'

/** One extension with all that belongs to it, by tabs. */
export function ExtensionPage({ extensionId }: { readonly extensionId: string }) {
  const texts = useTexts(extensionTexts)
  const intercom = useTexts(intercomTexts)
  const { data, error, refetch } = useAnswer('GET /extensions/{extensionId}', [{ path: { extensionId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page title={`${data.number} ${data.name}`} actions={<Deletion extension={data} />}>
      <Tabs defaultValue="general" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="general">{texts.general}</Tabs.Tab>
          <Tabs.Tab value="calls">{texts.callSettings}</Tabs.Tab>
          <Tabs.Tab value="intercom">{intercom.title}</Tabs.Tab>
          <Tabs.Tab value="voicemail">{texts.voicemail}</Tabs.Tab>
          <Tabs.Tab value="callbacks">{texts.callbacks}</Tabs.Tab>
          <Tabs.Tab value="devices">{texts.devices}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="general">
          <GeneralTab extension={data} />
        </Tabs.Panel>
        <Tabs.Panel value="calls">
          <CallPath extensionId={extensionId} />
          <Title order={2} size="h4" mt="xl" mb="md">
            {texts.allSettings}
          </Title>
          <CallSettingsForm extensionId={extensionId} />
        </Tabs.Panel>
        <Tabs.Panel value="intercom">
          <IntercomTab extensionId={extensionId} />
        </Tabs.Panel>
        <Tabs.Panel value="voicemail">
          <Voicemail extensionId={extensionId} />
        </Tabs.Panel>
        <Tabs.Panel value="callbacks">
          <Callbacks extensionId={extensionId} />
        </Tabs.Panel>
        <Tabs.Panel value="devices">
          <Devices extension={data} />
          <EmergencyTest extensionId={extensionId} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}

function Deletion({ extension }: { readonly extension: Extension }) {
  const texts = useTexts(extensionTexts)
  const [, go] = useLocation()
  const remove = useChange('DELETE /extensions/{extensionId}', { refreshes: ['/extensions', '/numbers'] })
  return (
    <DeleteButton
      title={texts.deleteOne(extension.number)}
      consequence={texts.deleteConsequence}
      thing={extension}
      remove={(ifMatch) => remove.mutateAsync([{ path: { extensionId: extension.id }, ifMatch }])}
      deleted={texts.deleted(1)}
      then={() => go('/')}
    />
  )
}
