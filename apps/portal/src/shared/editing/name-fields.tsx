import { Group, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTexts } from '../language.tsx'
import { sharedTexts } from '../shared-texts.ts'
import { editingTexts } from './editing-texts.ts'

/** What is called and dialled: groups, queues, rooms, announcements. */
export interface NameValues {
  readonly name: string
  /** Empty: none. */
  readonly number: string
}

/** As the API takes it. */
export function numberOf({ number }: NameValues): string | null {
  return number.trim() === '' ? null : number.trim()
}

/** Rules for `useForm`. */
export function useNameRules() {
  const texts = useTexts(editingTexts)
  const shared = useTexts(sharedTexts)
  return {
    name: (name: string): string | null => (name.trim() === '' ? shared.required : null),
    number: (number: string): string | null => (/^([1-9]\d{1,5})?$/.test(number.trim()) ? null : texts.numberWrong),
  }
}

/** At which field a problem without one is shown. */
export const NAME_PROBLEM_FIELDS = {
  'internal-number-taken': 'number',
  'announcement-name-taken': 'name',
  'conference-room-name-taken': 'name',
  'schedule-name-taken': 'name',
  'team-name-taken': 'name',
}

export function NameFields<Values extends NameValues>({ form }: { readonly form: UseFormReturnType<Values> }) {
  const texts = useTexts(editingTexts)
  return (
    <Group grow align="flex-start" preventGrowOverflow={false}>
      <TextInput label={texts.name} required maxLength={100} miw={220} {...form.getInputProps('name')} />
      <TextInput
        label={texts.internalNumber}
        description={texts.internalNumberHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode="numeric"
        miw={220}
        {...form.getInputProps('number')}
      />
    </Group>
  )
}
