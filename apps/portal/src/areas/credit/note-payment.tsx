import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { amountIn } from './amount-field.ts'
import { CREDIT } from './refreshes.ts'
import { creditTexts } from './texts.ts'

/** The operator notes what has come otherwise than by card. */
export function NotePayment() {
  const texts = useTexts(creditTexts)
  const shared = useTexts(sharedTexts)
  const customer = useCustomer()
  const { done } = useNotices()
  const pay = useChange('POST /prepaid-account/payments', CREDIT)
  const form = useForm({
    initialValues: { amount: '', note: '' },
    validate: {
      amount: (typed) => (amountIn(typed) === undefined ? texts.amountWrong : null),
      note: (text) => (text.trim() === '' ? shared.required : null),
    },
  })
  const submit = useSubmit(form, async ({ amount: typed, note }) => {
    const amount = amountIn(typed)
    if (amount === undefined) return
    await pay.mutateAsync([{ body: { ...customer, amount, note: note.trim() } }])
    form.reset()
    done(texts.noted)
  })
  return (
    <Section title={texts.note} about={texts.noteAbout}>
      <form onSubmit={submit.onSubmit} noValidate>
        <Stack gap="sm">
          <TextInput label={texts.amount} required maxLength={10} inputMode="decimal" {...form.getInputProps('amount')} />
          <TextInput label={texts.noteText} required maxLength={100} {...form.getInputProps('note')} />
          <Group>
            <Button type="submit" variant="default" loading={submit.isBusy}>
              {texts.note}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
