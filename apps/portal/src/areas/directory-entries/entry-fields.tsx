import { Checkbox, Fieldset, Group, Radio, Select, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useTexts } from '../../shared/language.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import type { EntryValues } from './entry.ts'
import { entryTexts } from './texts.ts'

type EntryFormState = UseFormReturnType<EntryValues>

export function useEntryForm(initialValues: EntryValues): EntryFormState {
  const texts = useTexts(entryTexts)
  const shared = useTexts(sharedTexts)
  const needed = (text: string): string | null => (text.trim() === '' ? shared.required : null)
  const code = (text: string): string | null => (/^\d{5}$/.test(text.trim()) ? null : texts.postalCodeWrong)
  return useForm<EntryValues>({
    initialValues,
    validate: {
      ...{ name: needed, validFrom: needed },
      extension: (text) => (/^\d{0,5}$/.test(text.trim()) ? null : texts.extensionWrong),
      address: { postalCode: code, city: needed },
      correspondence: {
        name: (text, { hasCorrespondence }) => (hasCorrespondence ? needed(text) : null),
        street: (text, { hasCorrespondence }) => (hasCorrespondence ? needed(text) : null),
        postalCode: (text, { hasCorrespondence }) => (hasCorrespondence ? code(text) : null),
        city: (text, { hasCorrespondence }) => (hasCorrespondence ? needed(text) : null),
      },
    },
  })
}

/** Every field of the form (ORD-04). */
export function EntryFields({ form }: { readonly form: EntryFormState }) {
  const texts = useTexts(entryTexts)
  return (
    <Stack maw={640}>
      <TextInput label={texts.extension} description={texts.extensionHint} inputMode="numeric" {...form.getInputProps('extension')} />
      <Choice form={form} name="use" values={['phone', 'phone-and-fax', 'fax']} />
      <Choice form={form} name="kind" values={['company', 'authority', 'private']} />
      <TextInput label={texts.name} description={texts.nameHint} required maxLength={100} {...form.getInputProps('name')} />
      <Group grow align="flex-start">
        <TextInput label={texts.firstName} maxLength={60} {...form.getInputProps('firstName')} />
        <TextInput label={texts.nameTitle} maxLength={40} {...form.getInputProps('title')} />
      </Group>
      <TextInput label={texts.historicName} description={texts.historicNameHint} maxLength={60} {...form.getInputProps('historicName')} />
      <TextInput label={texts.searchWord} description={texts.searchWordHint} maxLength={60} {...form.getInputProps('searchWord')} />
      <TextInput label={texts.profession} maxLength={80} {...form.getInputProps('profession')} />
      <Fieldset legend={texts.address}>
        <AddressFields form={form} of="address" />
      </Fieldset>
      <Checkbox label={texts.hasCorrespondence} {...form.getInputProps('hasCorrespondence', { type: 'checkbox' })} />
      {form.values.hasCorrespondence ? (
        <Fieldset legend={texts.correspondence}>
          <TextInput label={texts.recipient} required maxLength={100} mb="sm" {...form.getInputProps('correspondence.name')} />
          <AddressFields form={form} of="correspondence" />
        </Fieldset>
      ) : null}
      <Publication form={form} />
      <Group grow align="flex-start">
        <TextInput label={texts.validFrom} type="date" required {...form.getInputProps('validFrom')} />
        <TextInput label={texts.validUntil} description={texts.validUntilHint} type="date" {...form.getInputProps('validUntil')} />
      </Group>
    </Stack>
  )
}

function AddressFields({ form, of }: { readonly form: EntryFormState; readonly of: 'address' | 'correspondence' }) {
  const texts = useTexts(entryTexts)
  return (
    <Stack gap="sm">
      <Group grow align="flex-start">
        <TextInput label={texts.street} maxLength={100} required={of === 'correspondence'} {...form.getInputProps(`${of}.street`)} />
        <TextInput label={texts.houseNumber} maxLength={20} {...form.getInputProps(`${of}.houseNumber`)} />
      </Group>
      <Group grow align="flex-start">
        <TextInput label={texts.postalCode} inputMode="numeric" required {...form.getInputProps(`${of}.postalCode`)} />
        <TextInput label={texts.city} required maxLength={100} {...form.getInputProps(`${of}.city`)} />
      </Group>
    </Stack>
  )
}

function Publication({ form }: { readonly form: EntryFormState }) {
  const texts = useTexts(entryTexts)
  return (
    <Fieldset legend={texts.publication}>
      <Stack gap="sm">
        <Radios form={form} name="printed" values={['no', 'yes', 'yes-marked']} />
        <Checkbox label={texts.electronic} {...form.getInputProps('electronic', { type: 'checkbox' })} />
        <Radios form={form} name="inquiry" values={['no', 'number', 'full']} />
        <Checkbox
          label={texts.inverseSearch}
          description={texts.inverseSearchHint}
          {...form.getInputProps('inverseSearch', { type: 'checkbox' })}
        />
      </Stack>
    </Fieldset>
  )
}

type Named<Name extends 'use' | 'kind' | 'printed' | 'inquiry'> = {
  readonly form: EntryFormState
  readonly name: Name
  readonly values: readonly EntryValues[Name][]
}

function Choice({ form, name, values }: Named<'use'> | Named<'kind'>) {
  const texts = useTexts(entryTexts)
  const data = values.map((value) => ({ value, label: texts[value] }))
  return <Select label={texts[`${name}-label`]} data={data} allowDeselect={false} {...form.getInputProps(name)} />
}

function Radios(props: Named<'printed'> | Named<'inquiry'>) {
  const texts = useTexts(entryTexts)
  const options =
    props.name === 'printed'
      ? props.values.map((value) => ({ value, label: texts[`printed-${value}`] }))
      : props.values.map((value) => ({ value, label: texts[`inquiry-${value}`] }))
  return (
    <Radio.Group label={texts[`${props.name}-label`]} {...props.form.getInputProps(props.name)}>
      <Stack gap="xs" mt="xs">
        {options.map(({ value, label }) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
