import { Button, Fieldset, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { amountIn } from './amount-field.ts'
import { creditTexts } from './texts.ts'

/** Begins a payment by card, and goes where it is paid. */
export function TopUp() {
  const texts = useTexts(creditTexts)
  const customer = useCustomer()
  const mayChange = useMayChange()
  const [, navigate] = useLocation()
  const begin = useChange('POST /prepaid-top-ups', { refreshes: [] })
  const form = useForm({
    initialValues: { amount: '' },
    validate: { amount: (typed) => (amountIn(typed) === undefined ? texts.amountWrong : null) },
  })
  const submit = useSubmit(form, async ({ amount: typed }) => {
    const amount = amountIn(typed)
    if (amount === undefined) return
    const { id, payAt } = await begin.mutateAsync([{ body: { ...customer, amount } }])
    // The simulator has nothing to enter: it leads straight to what has become of it.
    if (new URL(payAt).pathname === `/credit/${id}`) navigate(`/${id}`)
    else globalThis.location.assign(payAt)
  })
  return (
    <Section title={texts.topUp} about={texts.topUpAbout}>
      <form onSubmit={submit.onSubmit} noValidate>
        <Fieldset variant="unstyled" disabled={!mayChange}>
          <Stack gap="sm">
            <TextInput label={texts.amount} required maxLength={10} inputMode="decimal" {...form.getInputProps('amount')} />
            {mayChange ? (
              <Group>
                <Button type="submit" loading={submit.isBusy}>
                  {texts.topUp}
                </Button>
              </Group>
            ) : null}
          </Stack>
        </Fieldset>
      </form>
    </Section>
  )
}
