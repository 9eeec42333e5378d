import { Button, Skeleton, Tabs } from '@mantine/core'
import { useLocation } from 'wouter'
import { useAnswer, useChange } from '../../api/queries.ts'
import { CallSettingsForm } from '../../shared/call-settings/call-settings-form.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { Devices } from '../../shared/sip-access/devices.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import type { Extension } from './extension.ts'
import { GeneralTab } from './general-tab.tsx'
import { extensionTexts } from './texts.ts'

/** One extension with all that belongs to it, by tabs. */
export function ExtensionPage({ extensionId }: { readonly extensionId: string }) {
  const texts = useTexts(extensionTexts)
  const { data, error, refetch } = useAnswer('GET /extensions/{extensionId}', [{ path: { extensionId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page title={`${data.number} ${data.name}`} actions={<DeleteButton extension={data} />}>
      <Tabs defaultValue="general" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="general">{texts.general}</Tabs.Tab>
          <Tabs.Tab value="calls">{texts.callSettings}</Tabs.Tab>
          <Tabs.Tab value="devices">{texts.devices}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="general">
          <GeneralTab extension={data} />
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

function DeleteButton({ extension }: { readonly extension: Extension }) {
  const texts = useTexts(extensionTexts)
  const shared = useTexts(sharedTexts)
  const [, go] = useLocation()
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const remove = useChange('DELETE /extensions/{extensionId}', { refreshes: ['/extensions', '/numbers'] })
  const ask = async (): Promise<void> => {
    const isMeant = await confirm({ title: texts.deleteOne(extension.number), consequence: texts.deleteConsequence, act: shared.delete })
    if (!isMeant) return
    try {
      await remove.mutateAsync([{ path: { extensionId: extension.id } }])
      done(texts.deleted(1))
      go('/')
    } catch (error) {
      failed(error)
    }
  }
  return (
    <Button color="red" variant="light" loading={remove.isPending} onClick={() => void ask()}>
      {shared.delete}
    </Button>
  )
}
