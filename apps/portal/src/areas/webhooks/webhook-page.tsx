import { Skeleton, Tabs } from '@mantine/core'
import { useLocation } from 'wouter'
import { useAnswer, useChange } from '../../api/queries.ts'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { Deliveries } from './deliveries.tsx'
import { Operation } from './operation.tsx'
import { webhookTexts } from './texts.ts'
import { valuesOf, type Webhook } from './webhook.ts'
import { useWebhookForm, WebhookFields } from './webhook-fields.tsx'

/** One webhook: what was sent, and what is. */
export function WebhookPage({ webhookId }: { readonly webhookId: string }) {
  const texts = useTexts(webhookTexts)
  const [, go] = useLocation()
  const path = { webhookId }
  const { data, error, refetch } = useAnswer('GET /webhooks/{webhookId}', [{ path }])
  const remove = useChange('DELETE /webhooks/{webhookId}', { refreshes: ['/webhooks'] })
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  const deletion = (
    <DeleteButton
      title={texts.deleteOne}
      consequence={texts.deleteConsequence}
      thing={data}
      remove={(ifMatch) => remove.mutateAsync([{ path, ifMatch }])}
      deleted={texts.deletedOne}
      then={() => go('/')}
    />
  )
  return (
    <Page title={data.description || data.url} about={data.url} actions={deletion}>
      <Operation webhook={data} />
      <Tabs defaultValue="log" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="log">{texts.log}</Tabs.Tab>
          <Tabs.Tab value="general">{texts.general}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="log">
          <Deliveries webhookId={webhookId} />
        </Tabs.Panel>
        <Tabs.Panel value="general">
          <General webhook={data} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}

function General({ webhook }: { readonly webhook: Webhook }) {
  const change = useChange('PATCH /webhooks/{webhookId}', { refreshes: ['/webhooks'] })
  const form = useWebhookForm(valuesOf(webhook))
  const submit = useEdit({
    ...{ form, thing: webhook, valuesOf },
    save: (body, ifMatch) => change.mutateAsync([{ path: { webhookId: webhook.id }, body, ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <WebhookFields form={form} />
    </FormFrame>
  )
}
