import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { EXTENSION_PROBLEM_FIELDS, ExtensionFields, useExtensionForm } from './extension-fields.tsx'
import { newExtensionTexts } from './new-extension-texts.ts'
import { NextSteps } from './next-steps.tsx'
import { PhoneCard } from './phone-card.tsx'
import { extensionTexts } from './texts.ts'

/** Creates an extension, then leads on: its SIP account, whose password is readable only now, its number, mailbox and login. */
export function NewExtensionPage() {
  const texts = useTexts(extensionTexts)
  const shared = useTexts(sharedTexts)
  const customer = useCustomer()
  const steps = useTexts(newExtensionTexts)
  const [created, setCreated] = useState<Answer<'POST /extensions'>>()
  const create = useChange('POST /extensions', { refreshes: ['/extensions'] })
  const form = useExtensionForm({ number: '', name: '', outgoingNumber: null, siteId: null, userPackage: null })
  const submit = useSubmit(
    form,
    async (values) => setCreated(await create.mutateAsync([{ body: { ...customer, ...values } }])),
    EXTENSION_PROBLEM_FIELDS,
  )
  const another = (): void => {
    form.reset()
    setCreated(undefined)
  }
  if (created !== undefined) {
    return (
      <Page title={`${created.number} ${created.name}`}>
        <PhoneCard account={created} />
        <NextSteps extension={created} />
        <Group>
          <Button component={Link} href={`/${created.id}`}>
            {shared.edit}
          </Button>
          <Button component={Link} href="/" variant="default">
            {shared.back}
          </Button>
          <Button variant="default" onClick={another}>
            {steps.next}
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
