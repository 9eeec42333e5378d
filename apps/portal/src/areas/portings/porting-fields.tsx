import { Checkbox, Fieldset, Group, Select, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useTexts } from '../../shared/language.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import type { PortingValues } from './porting.ts'
import { portingTexts } from './texts.ts'

type PortingFormState = UseFormReturnType<PortingValues>

const SIZES = ['1', '10', '100', '1000', '10000']
const CASES = ['VA-KUE-MRN', 'VA-RRNP', 'VA-KUE-ORN'] as const

export function usePortingForm(initialValues: PortingValues): PortingFormState {
  const texts = useTexts(portingTexts)
  const shared = useTexts(sharedTexts)
  const needed = (text: string): string | null => (text.trim() === '' ? shared.required : null)
  return useForm<PortingValues>({
    initialValues,
    validate: {
      ...{ number: needed, wishedFor: needed },
      carrier: (text) => (/^DEU\.[A-Z0-9]{2,12}$/i.test(text.trim()) ? null : texts.carrierWrong),
      holder: {
        ...{ name: needed, street: needed, houseNumber: needed, city: needed },
        postalCode: (text) => (/^\d{5}$/.test(text.trim()) ? null : texts.postalCodeWrong),
      },
    },
  })
}

/** The form of ORD-03; number and size are said once. */
export function PortingFields({ form, isNew }: { readonly form: PortingFormState; readonly isNew: boolean }) {
  const texts = useTexts(portingTexts)
  const cases = CASES.map((value) => ({ value, label: texts[value] }))
  return (
    <Stack maw={640}>
      {isNew ? (
        <Group grow align="flex-start">
          <TextInput label={texts.number} description={texts.numberHint} type="tel" required {...form.getInputProps('number')} />
          <Select
            label={texts.size}
            description={texts.sizeHint}
            data={SIZES.map((value) => ({ value, label: value === '1' ? texts.single : value }))}
            allowDeselect={false}
            {...form.getInputProps('size')}
          />
        </Group>
      ) : null}
      {form.values.size === '1' ? null : (
        <TextInput label={texts.attendant} description={texts.attendantHint} inputMode="numeric" {...form.getInputProps('attendant')} />
      )}
      <TextInput label={texts.presentCarrier} description={texts.carrierHint} required {...form.getInputProps('carrier')} />
      <Select label={texts.businessCase} data={cases} allowDeselect={false} {...form.getInputProps('businessCase')} />
      <Holder form={form} />
      <TextInput label={texts.wishedFor} description={texts.wishedForHint} type="date" required {...form.getInputProps('wishedFor')} />
      <Checkbox label={texts.directoryEntry} {...form.getInputProps('directoryEntry', { type: 'checkbox' })} />
      <Checkbox
        label={texts.keepTemporary}
        description={texts.keepTemporaryHint}
        {...form.getInputProps('keepTemporary', { type: 'checkbox' })}
      />
    </Stack>
  )
}

function Holder({ form }: { readonly form: PortingFormState }) {
  const texts = useTexts(portingTexts)
  return (
    <Fieldset legend={texts.holder}>
      <Stack gap="sm">
        <TextInput label={texts.holderName} description={texts.holderNameHint} required {...form.getInputProps('holder.name')} />
        <TextInput label={texts.contact} maxLength={100} {...form.getInputProps('contact')} />
        <Group grow align="flex-start">
          <TextInput label={texts.street} required {...form.getInputProps('holder.street')} />
          <TextInput label={texts.houseNumber} required {...form.getInputProps('holder.houseNumber')} />
        </Group>
        <Group grow align="flex-start">
          <TextInput label={texts.postalCode} inputMode="numeric" required {...form.getInputProps('holder.postalCode')} />
          <TextInput label={texts.city} required {...form.getInputProps('holder.city')} />
        </Group>
        <TextInput label={texts.email} type="email" {...form.getInputProps('email')} />
      </Stack>
    </Fieldset>
  )
}
