import { Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTexts } from '../shared/language.tsx'
import { useNotices } from '../shared/notices.tsx'
import { sharedTexts } from '../shared/shared-texts.ts'
import { asProblem } from '../shared/trouble.tsx'
import { useSubmit } from '../shared/use-submit.ts'
import { useApi, useSessionDoor } from './session-context.tsx'
import { signInTexts } from './sign-in-texts.ts'

interface SecondFactorFormProps {
  /** Of the step before, good for five minutes. */
  readonly challenge: string
  /** Begins again with the password. */
  readonly again: () => void
}

/** The code of an app, or a recovery code. */
export function SecondFactorForm({ challenge, again }: SecondFactorFormProps) {
  const texts = useTexts(signInTexts)
  const shared = useTexts(sharedTexts)
  const api = useApi()
  const { look } = useSessionDoor()
  const { done } = useNotices()
  const form = useForm({ initialValues: { code: '' }, validate: { code: (code) => (code.trim() === '' ? shared.required : null) } })
  const submit = useSubmit(form, async ({ code }) => {
    try {
      await api('POST /sign-in/second-factor', { body: { challenge, code: code.trim() } })
      await look()
    } catch (error) {
      const { code: kind } = asProblem(error)
      if (kind === 'wrong-code') form.setFieldError('code', texts.wrongCode)
      else if (kind === 'token-invalid') {
        done(texts.tooLate)
        again()
      } else throw error
    }
  })
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack>
        <TextInput label={texts.code} autoComplete="one-time-code" inputMode="text" data-autofocus {...form.getInputProps('code')} />
        <Button type="submit" loading={submit.isBusy}>
          {texts.goOn}
        </Button>
      </Stack>
    </form>
  )
}
