import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTexts } from '../shared/language.tsx'
import { useSubmit } from '../shared/use-submit.ts'
import { useApi } from './session-context.tsx'
import { signInTexts } from './sign-in-texts.ts'

/** Leads to the identity provider of one's company, which the domain of the mail address says; it leads back to this page. */
export function SingleSignOnForm() {
  const texts = useTexts(signInTexts)
  const api = useApi()
  const [isUnknown, setUnknown] = useState(false)
  const form = useForm({ initialValues: { email: '' }, validate: { email: (email) => (email.includes('@') ? null : texts.emailWrong) } })
  const submit = useSubmit(form, async ({ email }) => {
    const { next, url } = await api('POST /sign-in/single-sign-on', { body: { email, returnTo: `${location.pathname}${location.hash}` } })
    if (next === 'redirect' && url !== undefined) location.assign(url)
    else setUnknown(true)
  })
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack>
        <TextInput label={texts.email} type="email" autoComplete="username" {...form.getInputProps('email')} />
        {isUnknown ? (
          <Text size="sm" role="status">
            {texts.noSingleSignOn}
          </Text>
        ) : null}
        <Button type="submit" loading={submit.isBusy}>
          {texts.goOn}
        </Button>
      </Stack>
    </form>
  )
}
