import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTexts } from '../../shared/language.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { ownLoginTexts } from './texts.ts'

interface PasswordProofProps {
  /** Names the act that the password is asked for. */
  readonly act: string
  readonly work: (password: string) => Promise<unknown>
  readonly cancel: () => void
}

/** Asks for the password before what protects the sign-in is changed: an unattended browser is not enough. */
export function PasswordProof({ act, work, cancel }: PasswordProofProps) {
  const texts = useTexts(ownLoginTexts)
  const shared = useTexts(sharedTexts)
  const form = useForm({ initialValues: { password: '' }, validate: { password: (given) => (given === '' ? shared.required : null) } })
  const submit = useSubmit(form, ({ password }) => work(password), { 'wrong-password': 'password' })
  return (
    <form onSubmit={submit.onSubmit} noValidate aria-label={act}>
      <Stack gap="sm">
        <PasswordInput label={texts.prove} autoComplete="current-password" data-autofocus {...form.getInputProps('password')} />
        <Group>
          <Button type="submit" loading={submit.isBusy}>
            {act}
          </Button>
          <Button variant="default" onClick={cancel}>
            {shared.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
