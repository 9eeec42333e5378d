import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTexts } from '../shared/language.tsx'
import { sharedTexts } from '../shared/shared-texts.ts'
import { asProblem } from '../shared/trouble.tsx'
import { useSubmit } from '../shared/use-submit.ts'
import { useApi, useSessionDoor } from './session-context.tsx'
import { signInTexts } from './sign-in-texts.ts'

/** Mail address and password; who has a second factor proves it in a step of its own. */
export function PasswordForm({ secondFactor }: { readonly secondFactor: (challenge: string) => void }) {
  const texts = useTexts(signInTexts)
  const shared = useTexts(sharedTexts)
  const api = useApi()
  const { look } = useSessionDoor()
  const [isRefused, setRefused] = useState(false)
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (email) => (email.includes('@') ? null : texts.emailWrong),
      password: (password) => (password === '' ? shared.required : null),
    },
  })
  const submit = useSubmit(form, async (body) => {
    setRefused(false)
    try {
      const { next, challenge } = await api('POST /sign-in', { body })
      if (next === 'second-factor' && challenge !== undefined) secondFactor(challenge)
      else await look()
    } catch (error) {
      if (asProblem(error).code !== 'sign-in-refused') throw error
      setRefused(true)
    }
  })
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack>
        {isRefused ? (
          <Alert color="red" role="alert">
            {texts.refused}
          </Alert>
        ) : null}
        <TextInput label={texts.email} type="email" autoComplete="username" {...form.getInputProps('email')} />
        <PasswordInput label={texts.password} autoComplete="current-password" {...form.getInputProps('password')} />
        <Button type="submit" loading={submit.isBusy}>
          {texts.signIn}
        </Button>
      </Stack>
    </form>
  )
}
