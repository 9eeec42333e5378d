import { Select, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useTexts } from '../../shared/language.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { customerTexts } from './texts.ts'

export const CUSTOMER_KINDS = ['enterprise', 'small-enterprise', 'consumer'] as const
export type CustomerKind = (typeof CUSTOMER_KINDS)[number]

export interface CustomerValues {
  readonly name: string
  readonly sipDomain: string
  readonly areaCode: string
  readonly customerKind: CustomerKind
  readonly demo: boolean
}

export function useCustomerForm(initialValues: CustomerValues): UseFormReturnType<CustomerValues> {
  const texts = useTexts(customerTexts)
  const shared = useTexts(sharedTexts)
  const needed = (value: string): string | null => (value.trim() === '' ? shared.required : null)
  return useForm<CustomerValues>({
    initialValues,
    validate: {
      name: needed,
      sipDomain: needed,
      areaCode: (areaCode) => (/^(?:0?[1-9]\d{1,4})?$/.test(areaCode.trim()) ? null : texts.areaCodeWrong),
    },
  })
}

/** What can be changed later too. */
export function CustomerFields({ form }: { readonly form: UseFormReturnType<CustomerValues> }) {
  const texts = useTexts(customerTexts)
  return (
    <>
      <TextInput label={texts.name} required maxLength={100} {...form.getInputProps('name')} />
      <TextInput label={texts.areaCode} description={texts.areaCodeHint} inputMode="numeric" {...form.getInputProps('areaCode')} />
      <Select
        label={texts.customerKind}
        description={texts.customerKindHint}
        data={CUSTOMER_KINDS.map((value) => ({ value, label: texts[value] }))}
        allowDeselect={false}
        {...form.getInputProps('customerKind')}
      />
    </>
  )
}

/** As the API takes it: without the leading 0, and none is null. */
export function areaCodeOf({ areaCode }: CustomerValues): string | null {
  return areaCode.trim() === '' ? null : areaCode.trim().replace(/^0/, '')
}

/** As people write it: with the leading 0. */
export function areaCodeText(areaCode: string | null): string {
  return areaCode === null ? '' : `0${areaCode}`
}
