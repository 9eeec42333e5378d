import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { SipAccount } from '../../shared/sip-access/sip-account.tsx'
import { SipServer, useSipAccess } from '../../shared/sip-access/sip-server.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { EXTENSION_PROBLEM_FIELDS, ExtensionFields, useExtensionForm } from './extension-fields.tsx'
import { extensionTexts } from './texts.ts'

/** Creates an extension, then shows its SIP account, whose password is readable only now. */
export function NewExtensionPage() {
  const texts = useTexts(extensionTexts)
  const shared = useTexts(sharedTexts)
  const customer = useCustomer()
  const access = useSipAccess()
  const [created, setCreated] = useState<Answer<'POST /extensions'>>()
  const create = useChange('POST /extensions', { refreshes: ['/extensions'] })
  const form = useExtensionForm({ number: '', name: '', outgoingNumber: null })
  const submit = useSubmit(
    form,
    async (values) => setCreated(await create.mutateAsync([{ body: { ...customer, ...values } }])),
    EXTENSION_PROBLEM_FIELDS,
  )
  if (created !== undefined) {
    return (
      <Page title={`${created.number} ${created.name}`}>
        <SipAccount account={created} />
        {access === undefined ? null : <SipServer access={access} />}
        <Group>
          <Button component={Link} href={`/${created.id}`}>
            {shared.edit}
          </Button>
          <Button component={Link} href="/" variant="default">
            {shared.back}
          </Button>
        </Group>
      </Page>
    )
  }
  return (
    <Page title={texts.add}>
      <form onSubmit={submit.onSubmit} noValidate>
        <ExtensionFields form={form} />
        <Group mt="lg">
          <Button type="submit" loading={submit.isBusy}>
            {shared.create}
          </Button>
          <Button component={Link} href="/" variant="default">
            {shared.cancel}
          </Button>
        </Group>
      </form>
    </Page>
  )
}
