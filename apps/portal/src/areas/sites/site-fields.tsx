import { Group, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useTexts } from '../../shared/language.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { isAreaCode, type SiteValues } from './site.ts'
import { siteTexts } from './texts.ts'

/** At which field a problem without one is shown. */
export const SITE_PROBLEM_FIELDS = {
  'site-name-taken': 'name',
  'area-code-in-use': 'areaCode',
  'not-number-of-site': 'emergencyNumber',
  'move-too-soon': 'from',
  'move-leaves-ortsnetz': 'areaCode',
  'town-elsewhere': 'areaCode',
}

export function useAddressRules() {
  const texts = useTexts(siteTexts)
  const shared = useTexts(sharedTexts)
  const filled = (text: string): string | null => (text.trim() === '' ? shared.required : null)
  return {
    street: filled,
    houseNumber: filled,
    postalCode: (code: string): string | null => (/^\d{5}$/.test(code.trim()) ? null : texts.postalCodeWrong),
    city: filled,
  }
}

export function useSiteForm(initialValues: SiteValues): UseFormReturnType<SiteValues> {
  const texts = useTexts(siteTexts)
  const shared = useTexts(sharedTexts)
  const address = useAddressRules()
  return useForm<SiteValues>({
    initialValues,
    validate: {
      name: (name) => (name.trim() === '' ? shared.required : null),
      areaCode: (code) => (isAreaCode(code) ? null : texts.areaCodeWrong),
      address,
    },
  })
}

export function SiteFields({ form }: { readonly form: UseFormReturnType<SiteValues> }) {
  const texts = useTexts(siteTexts)
  return (
    <Stack maw={560}>
      <TextInput label={texts.name} required maxLength={100} {...form.getInputProps('name')} />
      <AddressFields inputs={(field) => form.getInputProps(`address.${field}`)} />
      <TextInput
        label={texts.areaCode}
        description={texts.areaCodeHint}
        inputMode="numeric"
        required
        maw={240}
        {...form.getInputProps('areaCode')}
      />
    </Stack>
  )
}

interface AddressFieldsProps {
  /** What the form gives for a field of the address. */
  readonly inputs: (field: 'street' | 'houseNumber' | 'postalCode' | 'city') => object
}

/** A German postal address, in the order in which it is written. */
export function AddressFields({ inputs }: AddressFieldsProps) {
  const texts = useTexts(siteTexts)
  return (
    <>
      <Group align="flex-start">
        <TextInput label={texts.street} required maxLength={100} flex="3 1 14rem" {...inputs('street')} />
        <TextInput label={texts.houseNumber} required maxLength={10} flex="1 1 6rem" {...inputs('houseNumber')} />
      </Group>
      <Group align="flex-start">
        <TextInput label={texts.postalCode} required inputMode="numeric" maxLength={5} flex="1 1 6rem" {...inputs('postalCode')} />
        <TextInput label={texts.city} required maxLength={100} flex="3 1 14rem" {...inputs('city')} />
      </Group>
    </>
  )
}
