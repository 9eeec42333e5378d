import { Button, Checkbox, Fieldset, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { hasCustomers } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { directDebitTexts } from './texts.ts'

const FIELDS = { 'iban-invalid': 'iban', 'iban-outside-sepa': 'iban', 'bic-invalid': 'bic' } as const

/** The form of a mandate: a customer gives it here; the operator notes what was signed on paper. */
export function GiveMandate() {
  const texts = useTexts(directDebitTexts)
  const { language } = useLanguage()
  const isPaper = hasCustomers(useSession())
  const { data } = useAnswer('GET /sepa-mandate-form', [{ query: useCustomer() }])
  if (data === undefined) return <Skeleton height={240} />
  const { creditor, reference, preNotificationDays, words } = data
  if (creditor === null)
    return (
      <Section title={texts.give}>
        <Text size="sm">{texts.noCreditor}</Text>
      </Section>
    )
  return (
    <Section title={texts.give} about={texts.giveAbout}>
      <Text size="sm">{texts.creditor(creditor.name, creditor.creditorId, reference)}</Text>
      {isPaper ? null : <Text size="sm">{words[language]}</Text>}
      <Text size="sm">{texts.announced(preNotificationDays)}</Text>
      <MandateForm isPaper={isPaper} />
    </Section>
  )
}

function MandateForm({ isPaper }: { readonly isPaper: boolean }) {
  const texts = useTexts(directDebitTexts)
  const shared = useTexts(sharedTexts)
  const customer = useCustomer()
  const mayChange = useMayChange()
  const { done } = useNotices()
  const give = useChange('POST /sepa-mandates', { refreshes: ['/sepa-mandates', '/sepa-mandate-form'] })
  const filled = (text: string): string | null => (text.trim() === '' ? shared.required : null)
  const form = useForm({
    initialValues: { accountHolder: '', payerAddress: '', iban: '', bic: '', signedOn: '', isOneOff: false, isAgreed: false },
    validate: { accountHolder: filled, iban: filled, isAgreed: (agreed) => (agreed || isPaper ? null : texts.mustAgree) },
  })
  const submit = useSubmit(
    form,
    async ({ accountHolder, payerAddress, iban, bic, signedOn, isOneOff }) => {
      const kind = isOneOff ? ('one-off' as const) : ('recurring' as const)
      const optional = { payerAddress: payerAddress.trim() || null, bic: bic.trim() || null }
      const day = isPaper && signedOn !== '' ? { signedOn } : {}
      await give.mutateAsync([{ body: { ...customer, kind, accountHolder, iban, ...optional, ...day } }])
      done(isPaper ? texts.noted : texts.given)
    },
    FIELDS,
  )
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Fieldset variant="unstyled" disabled={!mayChange}>
        <Stack gap="sm">
          <TextInput label={texts.accountHolder} required maxLength={70} {...form.getInputProps('accountHolder')} />
          <TextInput label={texts.iban} required maxLength={50} {...form.getInputProps('iban')} />
          <TextInput label={texts.bic} description={texts.bicHint} maxLength={14} {...form.getInputProps('bic')} />
          <TextInput label={texts.payerAddress} description={texts.payerHint} maxLength={200} {...form.getInputProps('payerAddress')} />
          {isPaper ? <TextInput label={texts.signedOn} type="date" {...form.getInputProps('signedOn')} /> : null}
          <Checkbox label={texts.oneOff} {...form.getInputProps('isOneOff', { type: 'checkbox' })} />
          {isPaper ? null : <Checkbox label={texts.agree} required {...form.getInputProps('isAgreed', { type: 'checkbox' })} />}
          {mayChange ? (
            <Group>
              <Button type="submit" loading={submit.isBusy}>
                {texts.give}
              </Button>
            </Group>
          ) : null}
        </Stack>
      </Fieldset>
    </form>
  )
}
