import { ActionIcon, Button, Fieldset, Group, NativeSelect, Stack, Switch, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { Plus, X } from 'lucide-react'
import { useTexts } from '../../shared/language.tsx'
import { phoneBookTexts } from './texts.ts'

export const KINDS = ['work', 'mobile', 'home', 'fax', 'other'] as const

export interface EntryValues {
  name: string
  company: string
  email: string
  notes: string
  favourite: boolean
  numbers: { kind: (typeof KINDS)[number]; number: string }[]
}

export const NEW_ENTRY: EntryValues = {
  name: '',
  company: '',
  email: '',
  notes: '',
  favourite: false,
  numbers: [{ kind: 'work', number: '' }],
}

/** Rules for `useForm`. */
export function useEntryRules() {
  const texts = useTexts(phoneBookTexts)
  return { name: (name: string, { company }: EntryValues) => (name.trim() === '' && company.trim() === '' ? texts.nameOrCompany : null) }
}

/** As the API takes it, without numbers that were left empty. */
export function bodyOf(values: EntryValues): EntryValues {
  return { ...values, numbers: values.numbers.filter(({ number }) => number.trim() !== '') }
}

export function EntryFields({ form }: { readonly form: UseFormReturnType<EntryValues> }) {
  const texts = useTexts(phoneBookTexts)
  return (
    <Stack maw={640}>
      <TextInput label={texts.name} maxLength={100} {...form.getInputProps('name')} />
      <TextInput label={texts.company} maxLength={100} {...form.getInputProps('company')} />
      <Fieldset legend={texts.numbers}>
        <Stack gap="xs">
          {form.values.numbers
            .keys()
            .toArray()
            .map((place) => (
              <Numbered key={place} form={form} index={place} />
            ))}
          <Group>
            <Button
              variant="default"
              leftSection={<Plus size={16} aria-hidden />}
              onClick={() => form.insertListItem('numbers', { kind: 'mobile', number: '' })}
            >
              {texts.addNumber}
            </Button>
          </Group>
        </Stack>
      </Fieldset>
      <TextInput label={texts.email} type="email" maxLength={254} {...form.getInputProps('email')} />
      <Textarea label={texts.notes} maxLength={2000} autosize minRows={2} {...form.getInputProps('notes')} />
      <Switch label={texts.favourite} {...form.getInputProps('favourite', { type: 'checkbox' })} />
    </Stack>
  )
}

function Numbered({ form, index }: { readonly form: UseFormReturnType<EntryValues>; readonly index: number }) {
  const texts = useTexts(phoneBookTexts)
  return (
    <Group align="flex-end" wrap="nowrap">
      <TextInput label={texts.number} type="tel" flex={1} {...form.getInputProps(`numbers.${index}.number`)} />
      <NativeSelect
        label={texts.kind}
        data={KINDS.map((value) => ({ value, label: texts[value] }))}
        {...form.getInputProps(`numbers.${index}.kind`)}
      />
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={texts.removeNumber(index + 1)}
        onClick={() => form.removeListItem('numbers', index)}
      >
        <X size={16} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
