import { Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTexts } from '../shared/language.tsx'
import { useSubmit } from '../shared/use-submit.ts'
import { useApi } from './session-context.tsx'
import { signInTexts } from './sign-in-texts.ts'

/** Asks for a mail with a link; the answer does not tell who has a login. */
export function ForgottenForm({ sent }: { readonly sent: () => void }) {
  const texts = useTexts(signInTexts)
  const api = useApi()
  const form = useForm({ initialValues: { email: '' }, validate: { email: (email) => (email.includes('@') ? null : texts.emailWrong) } })
  const submit = useSubmit(form, async (body) => {
    await api('POST /sign-in/reset', { body })
    sent()
  })
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack>
        <TextInput label={texts.email} type="email" autoComplete="username" {...form.getInputProps('email')} />
        <Button type="submit" loading={submit.isBusy}>
          {texts.send}
        </Button>
      </Stack>
    </form>
  )
}
