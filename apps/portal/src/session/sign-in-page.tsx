import { Button, Container, Group, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect } from 'react'
import { ColourSwitch, LanguageSwitch } from '../app/header.tsx'
import { useLanguage, useTexts } from '../shared/language.tsx'
import { sharedTexts } from '../shared/shared-texts.ts'
import { asProblem } from '../shared/trouble.tsx'
import { useSubmit } from '../shared/use-submit.ts'
import { signInWithKey } from './api-key-session.ts'
import { useSessionDoor } from './session-context.tsx'
import { signInTexts } from './sign-in-texts.ts'

/** The door of the portal. */
export function SignInPage() {
  const texts = useTexts(signInTexts)
  useEffect(() => {
    document.title = `${texts.title} · Klinke`
  }, [texts])
  return (
    <Container component="main" size={440} py="xl">
      <Group justify="flex-end" gap="xs" mb="md">
        <LanguageSwitch />
        <ColourSwitch />
      </Group>
      <Paper withBorder p="lg">
        <Stack>
          <Title order={1} size="h2">
            {texts.title}
          </Title>
          <Text size="sm" c="dimmed">
            {texts.about}
          </Text>
          <KeyForm />
        </Stack>
      </Paper>
    </Container>
  )
}

function KeyForm() {
  const texts = useTexts(signInTexts)
  const shared = useTexts(sharedTexts)
  const { language } = useLanguage()
  const { signedIn } = useSessionDoor()
  const form = useForm({ initialValues: { key: '' }, validate: { key: (key) => (key.trim() === '' ? shared.required : null) } })
  const submit = useSubmit(form, async ({ key }) => {
    try {
      signedIn(await signInWithKey(key.trim(), language))
    } catch (error) {
      if (asProblem(error).status !== 401) throw error
      form.setFieldError('key', texts.wrongKey)
    }
  })
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack>
        <PasswordInput label={texts.key} autoComplete="off" {...form.getInputProps('key')} />
        <Button type="submit" loading={submit.isBusy}>
          {texts.signIn}
        </Button>
      </Stack>
    </form>
  )
}
