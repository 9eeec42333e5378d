import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { SecretOnce } from '../../shared/secret-once.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { webhookTexts } from './texts.ts'
import { useWebhookForm, WebhookFields } from './webhook-fields.tsx'

/** Makes a webhook, then shows its secret, which is possible only now. */
export function NewWebhookPage() {
  const texts = useTexts(webhookTexts)
  const shared = useTexts(sharedTexts)
  const customer = useCustomer()
  const [made, setMade] = useState<Answer<'POST /webhooks'>>()
  const create = useChange('POST /webhooks', { refreshes: ['/webhooks'] })
  const form = useWebhookForm({ url: '', description: '', topics: ['calls'] })
  const submit = useSubmit(form, async (values) => setMade(await create.mutateAsync([{ body: { ...customer, ...values } }])))
  if (made !== undefined) {
    return (
      <Page title={made.url}>
        <SecretOnce title={texts.secret} about={texts.secretOnce} label={texts.secret} value={made.secret} />
        <Button component={Link} href={`/${made.id}`} style={{ alignSelf: 'flex-start' }}>
          {shared.edit}
        </Button>
      </Page>
    )
  }
  return (
    <Page title={texts.add}>
      <FormFrame act="create" submit={submit}>
        <WebhookFields form={form} />
      </FormFrame>
    </Page>
  )
}
