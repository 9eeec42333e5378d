import { Button, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTexts } from '../shared/language.tsx'
import { sharedTexts } from '../shared/shared-texts.ts'
import { asProblem } from '../shared/trouble.tsx'
import { useSubmit } from '../shared/use-submit.ts'
import { DoorFrame } from './door-frame.tsx'
import { MIN_PASSWORD } from './password-rules.ts'
import { useApi, useSessionDoor } from './session-context.tsx'
import { signInTexts } from './sign-in-texts.ts'

/** Who has a first password changes it before anything else (PORT-05). */
export function FirstPasswordPage() {
  const texts = useTexts(signInTexts)
  const shared = useTexts(sharedTexts)
  const api = useApi()
  const { look } = useSessionDoor()
  const form = useForm({
    initialValues: { present: '', password: '' },
    validate: {
      present: (present) => (present === '' ? shared.required : null),
      password: (password) => (password.length < MIN_PASSWORD ? texts.tooShort : null),
    },
  })
  const submit = useSubmit(form, async (body) => {
    try {
      await api('POST /me/password', { body })
      await look()
    } catch (error) {
      if (asProblem(error).code !== 'wrong-password') throw error
      form.setFieldError('present', texts.wrongPresent)
    }
  })
  return (
    <DoorFrame title={texts.firstPassword} about={texts.firstPasswordAbout}>
      <form onSubmit={submit.onSubmit} noValidate>
        <Stack>
          <PasswordInput label={texts.present} autoComplete="current-password" {...form.getInputProps('present')} />
          <PasswordInput
            label={texts.newPassword}
            description={texts.newPasswordHint}
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={submit.isBusy}>
            {texts.goOn}
          </Button>
        </Stack>
      </form>
    </DoorFrame>
  )
}
