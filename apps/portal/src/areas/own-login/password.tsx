import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useChange } from '../../api/queries.ts'
import { MIN_PASSWORD } from '../../session/password-rules.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { ownLoginTexts } from './texts.ts'

/** Changes the password; all other sessions end with it. */
export function Password() {
  const texts = useTexts(ownLoginTexts)
  const shared = useTexts(sharedTexts)
  const { done } = useNotices()
  const change = useChange('POST /me/password', { refreshes: ['/me/sessions'] })
  const form = useForm({
    initialValues: { present: '', password: '' },
    validate: {
      present: (present) => (present === '' ? shared.required : null),
      password: (password) => (password.length < MIN_PASSWORD ? texts.tooShort : null),
    },
  })
  const submit = useSubmit(
    form,
    async (body) => {
      await change.mutateAsync([{ body }])
      form.reset()
      done(texts.passwordChanged)
    },
    { 'wrong-password': 'present' },
  )
  return (
    <Section title={texts.password}>
      <form onSubmit={submit.onSubmit} noValidate>
        <Stack gap="sm">
          <PasswordInput label={texts.present} autoComplete="current-password" {...form.getInputProps('present')} />
          <PasswordInput
            label={texts.newPassword}
            description={texts.newPasswordHint}
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
          <Group>
            <Button type="submit" loading={submit.isBusy}>
              {texts.changePassword}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
