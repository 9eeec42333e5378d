import { NumberInput, Select, Text } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { useMoney } from '../../shared/billing/use-money.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { installationTexts } from './installation-texts.ts'
import { NEEDS } from './new-order.ts'
import type { OrderForm } from './new-order-page.tsx'

type Profile = Pick<Answer<'GET /product-profiles/{profileId}'>, 'installation' | 'readyForBilling'>
type Variant = Profile['installation'][number]

/** Who installs what was ordered, with what each variant includes and costs (ORD-05). */
export function InstallationFields({ form, profile }: { readonly form: OrderForm; readonly profile: Profile }) {
  const texts = useTexts(installationTexts)
  const { language } = useLanguage()
  const { installation: variants, readyForBilling } = profile
  const chosen = variants.find(({ name }) => name === form.values.installation)
  const about = useVariantWords()
  return (
    <>
      {variants.length === 0 ? null : (
        <Select
          label={texts.installation}
          description={chosen === undefined ? undefined : about(chosen)}
          data={variants.map(({ name, title }) => ({ value: name, label: title[language] }))}
          placeholder={texts.none}
          clearable
          clearButtonProps={{ 'aria-label': texts.clear }}
          {...form.getInputProps('installation')}
        />
      )}
      {chosen?.per === 'hour' ? (
        <NumberInput label={texts.hours} min={1} max={1000} allowDecimal={false} required {...form.getInputProps('installationHours')} />
      ) : null}
      {chosen === undefined
        ? null
        : NEEDS.map((need) => (
            <NumberInput
              key={need}
              label={texts[need]}
              description={chosen[need] === null ? undefined : texts.most(chosen[need])}
              min={0}
              allowDecimal={false}
              {...form.getInputProps(`needs.${need}`)}
            />
          ))}
      {readyForBilling === null ? null : <Text size="sm">{texts.ready(readyForBilling.latestWorkingDay)}</Text>}
    </>
  )
}

/** `249,00 €; höchstens 3 Weiterleitungen, 2 Softclients`. */
function useVariantWords(): (variant: Variant) => string {
  const texts = useTexts(installationTexts)
  const { money } = useMoney()
  return (variant) => {
    const { price, per } = variant
    const cost = price === null ? texts.free : per === 'hour' ? texts.perHour(money(price)) : money(price)
    const limits = NEEDS.flatMap((need) => (variant[need] === null ? [] : [`${variant[need]} ${texts[need]}`]))
    return limits.length === 0 ? cost : `${cost}; ${texts.includes(limits.join(', '))}`
  }
}
