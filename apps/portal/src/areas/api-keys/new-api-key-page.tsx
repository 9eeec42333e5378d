import { Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { Link } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import type { Rights } from '../../shared/rights/rights.ts'
import { RightsField } from '../../shared/rights/rights-field.tsx'
import { SecretOnce } from '../../shared/secret-once.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { apiKeyTexts } from './texts.ts'

interface Values {
  readonly name: string
  readonly rights: Rights
}

/** Makes a key, then shows it, which is possible only now. */
export function NewApiKeyPage() {
  const texts = useTexts(apiKeyTexts)
  const shared = useTexts(sharedTexts)
  const customer = useCustomer()
  const [key, setKey] = useState<string>()
  const create = useChange('POST /api-keys', { refreshes: ['/api-keys'] })
  const form = useForm<Values>({
    initialValues: { name: '', rights: {} },
    validate: { name: (name) => (name.trim() === '' ? shared.required : null) },
  })
  const submit = useSubmit(form, async (values) => setKey((await create.mutateAsync([{ body: { ...customer, ...values } }])).key))
  if (key !== undefined) {
    return (
      <Page title={form.values.name}>
        <SecretOnce title={texts.key} about={texts.once} label={texts.key} value={key} />
        <Button component={Link} href="/" variant="default" style={{ alignSelf: 'flex-start' }}>
          {shared.back}
        </Button>
      </Page>
    )
  }
  return (
    <Page title={texts.add} about={texts.bounds}>
      <FormFrame act="create" submit={submit}>
        <Stack maw={640}>
          <TextInput label={texts.name} description={texts.nameHint} required maxLength={100} {...form.getInputProps('name')} />
          <RightsField value={form.values.rights} onChange={(rights) => form.setFieldValue('rights', rights)} error={form.errors.rights} />
        </Stack>
      </FormFrame>
    </Page>
  )
}
