import { Alert, Button, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useTexts } from '../shared/language.tsx'
import { useNotices } from '../shared/notices.tsx'
import { asProblem } from '../shared/trouble.tsx'
import { useSubmit } from '../shared/use-submit.ts'
import { DoorFrame } from './door-frame.tsx'
import { MIN_PASSWORD } from './password-rules.ts'
import { useApi, useSessionDoor } from './session-context.tsx'
import { signInTexts } from './sign-in-texts.ts'

/** Where the links of mails lead; what stands behind the # never leaves the browser by itself. */
export const LINK_PATHS: readonly string[] = ['/invitation', '/reset-password']

/** Sets the password by the link of a mail: an invitation, or one that was forgotten. */
export function LinkPage() {
  const texts = useTexts(signInTexts)
  const api = useApi()
  const [, go] = useLocation()
  const { look } = useSessionDoor()
  const { done } = useNotices()
  const [token] = useState(() => location.hash.slice(1))
  const [isExpired, setExpired] = useState(false)
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (password) => (password.length < MIN_PASSWORD ? texts.tooShort : null) },
  })
  const leave = async (): Promise<void> => {
    go('/', { replace: true })
    await look()
  }
  const submit = useSubmit(form, async ({ password }) => {
    try {
      await api('POST /sign-in/password', { body: { token, password } })
      done(texts.passwordSet)
      await leave()
    } catch (error) {
      if (asProblem(error).code !== 'token-invalid') throw error
      setExpired(true)
    }
  })
  return (
    <DoorFrame title={texts.choosePassword} about={texts.chooseAbout}>
      {isExpired ? (
        <Alert color="red" role="alert">
          {texts.linkExpired}
        </Alert>
      ) : null}
      <form onSubmit={submit.onSubmit} noValidate>
        <Stack>
          <PasswordInput
            label={texts.newPassword}
            description={texts.newPasswordHint}
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={submit.isBusy}>
            {texts.choosePassword}
          </Button>
          <Button variant="default" onClick={() => void leave()}>
            {texts.backToSignIn}
          </Button>
        </Stack>
      </form>
    </DoorFrame>
  )
}
