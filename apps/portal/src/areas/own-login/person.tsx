import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useApi, useSession, useSessionDoor } from '../../session/session-context.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import type { Language } from '../../shared/texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { ownLoginTexts } from './texts.ts'

/** Each language by its own name, whatever is chosen. */
const LANGUAGE_NAMES: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'de', label: 'Deutsch' },
  { value: 'en', label: 'English' },
]

/** Name and language. */
export function Person() {
  const { login } = useSession()
  const { look } = useSessionDoor()
  const texts = useTexts(ownLoginTexts)
  const shared = useTexts(sharedTexts)
  const { choose } = useLanguage()
  const api = useApi()
  const { done } = useNotices()
  const form = useForm({
    initialValues: { name: login?.name ?? '', language: login?.language ?? ('de' satisfies Language) },
    validate: { name: (name) => (name.trim() === '' ? shared.required : null) },
  })
  const submit = useSubmit(form, async ({ name, language }) => {
    await api('PATCH /me', { body: { name: name.trim(), language } })
    choose(language)
    await look()
    done(shared.saved)
  })
  return (
    <Section title={texts.person}>
      <form onSubmit={submit.onSubmit} noValidate>
        <Stack gap="sm">
          <TextInput label={texts.email} description={texts.emailHint} value={login?.email ?? ''} readOnly />
          <TextInput label={texts.name} required maxLength={100} autoComplete="name" {...form.getInputProps('name')} />
          <Select
            label={texts.language}
            description={texts.languageHint}
            data={LANGUAGE_NAMES}
            allowDeselect={false}
            {...form.getInputProps('language')}
          />
          <Group>
            <Button type="submit" loading={submit.isBusy}>
              {shared.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
