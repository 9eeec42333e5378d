import { Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useTexts } from '../../shared/language.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { SiteField } from '../../shared/sites/site-field.tsx'
import { PackageField } from '../../shared/user-packages/package-field.tsx'
import { isExtensionNumber } from './extension.ts'
import { OutgoingNumberField } from './outgoing-number-field.tsx'
import { extensionTexts } from './texts.ts'

export interface ExtensionValues {
  readonly number: string
  readonly name: string
  readonly outgoingNumber: string | null
  /** Null: the main site. */
  readonly siteId: string | null
  /** Null: the first of the product, or none where it has none. */
  readonly userPackage: string | null
}

/** At which field a problem without one is shown. */
export const EXTENSION_PROBLEM_FIELDS = {
  'extension-taken': 'number',
  'number-taken': 'number',
  'not-own-number': 'outgoingNumber',
  'no-such-site': 'siteId',
  'no-such-user-package': 'userPackage',
}

export function useExtensionForm(initialValues: ExtensionValues): UseFormReturnType<ExtensionValues> {
  const texts = useTexts(extensionTexts)
  const shared = useTexts(sharedTexts)
  return useForm<ExtensionValues>({
    initialValues,
    validate: {
      number: (number) => (isExtensionNumber(number) ? null : texts.numberWrong),
      name: (name) => (name.trim() === '' ? shared.required : null),
    },
  })
}

/** What an extension is: for a new one and for one that is changed. */
export function ExtensionFields({ form }: { readonly form: UseFormReturnType<ExtensionValues> }) {
  const texts = useTexts(extensionTexts)
  return (
    <Stack maw={480}>
      <TextInput label={texts.number} description={texts.numberHint} inputMode="numeric" required {...form.getInputProps('number')} />
      <TextInput label={texts.name} description={texts.nameHint} required maxLength={100} {...form.getInputProps('name')} />
      <OutgoingNumberField
        value={form.values.outgoingNumber}
        onChange={(value) => form.setFieldValue('outgoingNumber', value)}
        error={form.errors.outgoingNumber}
      />
      <PackageField
        value={form.values.userPackage}
        onChange={(userPackage) => form.setFieldValue('userPackage', userPackage)}
        error={form.errors.userPackage}
      />
      <SiteField value={form.values.siteId} onChange={(siteId) => form.setFieldValue('siteId', siteId)} error={form.errors.siteId} />
    </Stack>
  )
}
