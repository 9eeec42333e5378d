import { Button, Checkbox, Fieldset, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { amountIn, typedAmount } from './amount-field.ts'
import type { Account } from './credit-page.tsx'
import { CREDIT } from './refreshes.ts'
import { creditTexts } from './texts.ts'

/** Below which balance a mail comes. */
export function Warning({ account: { warnBelow } }: { readonly account: Account }) {
  const texts = useTexts(creditTexts)
  const shared = useTexts(sharedTexts)
  const { language } = useLanguage()
  const customer = useCustomer()
  const mayChange = useMayChange()
  const { done } = useNotices()
  const set = useChange('PUT /prepaid-account/warning', CREDIT)
  const isOn = Number(warnBelow.amount) > 0
  const form = useForm({
    initialValues: { isOn, amount: isOn ? typedAmount(warnBelow.amount, language) : '' },
    validate: { amount: (typed, { isOn: wanted }) => (wanted && amountIn(typed) === undefined ? texts.amountWrong : null) },
  })
  const submit = useSubmit(form, async ({ isOn: wanted, amount: typed }) => {
    const amount = wanted ? amountIn(typed) : { amount: '0.00', currency: 'EUR' }
    if (amount === undefined) return
    await set.mutateAsync([{ body: { ...customer, warnBelow: amount } }])
    done(shared.saved)
  })
  return (
    <Section title={texts.warning} about={texts.warningAbout}>
      <form onSubmit={submit.onSubmit} noValidate>
        <Fieldset variant="unstyled" disabled={!mayChange}>
          <Stack gap="sm">
            <Checkbox label={texts.warningOn} {...form.getInputProps('isOn', { type: 'checkbox' })} />
            {form.values.isOn ? (
              <TextInput label={texts.warningBelow} required maxLength={10} inputMode="decimal" {...form.getInputProps('amount')} />
            ) : null}
            {mayChange ? (
              <Group>
                <Button type="submit" variant="default" loading={submit.isBusy}>
                  {shared.save}
                </Button>
              </Group>
            ) : null}
          </Stack>
        </Fieldset>
      </form>
    </Section>
  )
}
