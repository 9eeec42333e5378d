import { Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTexts } from '../../shared/language.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import type { LoginValues } from './login.ts'
import { loginTexts } from './texts.ts'

/** Rules for `useForm`. */
export function usePersonRules() {
  const texts = useTexts(loginTexts)
  const shared = useTexts(sharedTexts)
  return {
    name: (name: string): string | null => (name.trim() === '' ? shared.required : null),
    email: (email: string): string | null => (email.includes('@') ? null : texts.emailWrong),
  }
}

/** Who it is. */
export function PersonFields<Values extends LoginValues>({ form }: { readonly form: UseFormReturnType<Values> }) {
  const texts = useTexts(loginTexts)
  return (
    <>
      <TextInput label={texts.name} required maxLength={100} autoComplete="off" {...form.getInputProps('name')} />
      <TextInput label={texts.email} type="email" required maxLength={254} autoComplete="off" {...form.getInputProps('email')} />
      <Select
        label={texts.language}
        data={[
          { value: 'de', label: texts.german },
          { value: 'en', label: texts.english },
        ]}
        allowDeselect={false}
        {...form.getInputProps('language')}
      />
    </>
  )
}
