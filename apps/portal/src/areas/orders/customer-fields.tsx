import { Select, Stack, TextInput } from '@mantine/core'
import { useTexts } from '../../shared/language.tsx'
import { CUSTOMER_KINDS } from './new-order.ts'
import type { OrderForm } from './new-order-page.tsx'
import { orderTexts } from './texts.ts'

/** Who orders (ORD-01). */
export function CustomerFields({ form }: { readonly form: OrderForm }) {
  const texts = useTexts(orderTexts)
  const needed = ['company', 'street', 'houseNumber', 'postalCode', 'city', 'phone', 'email'] as const
  const kinds = CUSTOMER_KINDS.map((value) => ({ value, label: texts[value] }))
  return (
    <Stack maw={480}>
      {needed.map((field) => (
        <TextInput key={field} label={texts[field]} required maxLength={100} {...form.getInputProps(field)} />
      ))}
      <Select label={texts.customerKind} data={kinds} allowDeselect={false} {...form.getInputProps('customerKind')} />
      <TextInput label={texts.register} maxLength={100} {...form.getInputProps('register')} />
      <TextInput label={texts.sipDomain} description={texts.sipDomainHint} required {...form.getInputProps('sipDomain')} />
    </Stack>
  )
}

/** Where phones stand, and who administers them. */
export function SiteFields({ form }: { readonly form: OrderForm }) {
  const texts = useTexts(orderTexts)
  const languages = [
    { value: 'de', label: 'Deutsch' },
    { value: 'en', label: 'English' },
  ]
  return (
    <Stack maw={480}>
      <TextInput label={texts.siteName} required maxLength={100} {...form.getInputProps('siteName')} />
      <TextInput label={texts.areaCode} description={texts.areaCodeHint} required {...form.getInputProps('areaCode')} />
      <TextInput label={texts.adminName} required maxLength={100} {...form.getInputProps('adminName')} />
      <TextInput label={texts.adminEmail} required {...form.getInputProps('adminEmail')} />
      <Select label={texts.mailLanguage} data={languages} allowDeselect={false} {...form.getInputProps('language')} />
    </Stack>
  )
}
