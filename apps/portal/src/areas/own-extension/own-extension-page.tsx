import { Skeleton, Tabs } from '@mantine/core'
import { useAnswer } from '../../api/queries.ts'
import { useSession } from '../../session/session-context.tsx'
import { CallSettingsForm } from '../../shared/call-settings/call-settings-form.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Devices } from '../../shared/sip-access/devices.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { OwnCalls } from './own-calls.tsx'
import { ownExtensionTexts } from './texts.ts'

/** What a user sees and sets: the own extension. */
export default function OwnExtensionPage() {
  const { extension } = useSession()
  return extension === null ? null : <Own extensionId={extension.id} />
}

function Own({ extensionId }: { readonly extensionId: string }) {
  const texts = useTexts(ownExtensionTexts)
  const { data, error, refetch } = useAnswer('GET /extensions/{extensionId}', [{ path: { extensionId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page title={`${data.number} ${data.name}`}>
      <Tabs defaultValue="records" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="records">{texts.records}</Tabs.Tab>
          <Tabs.Tab value="calls">{texts.calls}</Tabs.Tab>
          <Tabs.Tab value="devices">{texts.devices}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="records">
          <OwnCalls extensionId={extensionId} />
        </Tabs.Panel>
        <Tabs.Panel value="calls">
          <CallSettingsForm extensionId={extensionId} />
        </Tabs.Panel>
        <Tabs.Panel value="devices">
          <Devices extension={data} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
