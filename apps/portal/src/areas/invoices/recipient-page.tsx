import { Checkbox, Select, Skeleton, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useSession } from '../../session/session-context.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { allFields, customersFields, type RecipientAnswer, type RecipientValues, valuesOf } from './recipient.ts'
import { invoiceTexts } from './texts.ts'

type RecipientForm = UseFormReturnType<RecipientValues>

/** To whom the invoices of the customer go, and how. */
export function RecipientPage() {
  const texts = useTexts(invoiceTexts)
  const { data, error, refetch } = useAnswer('GET /invoice-recipient', [{ query: useCustomer() }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  return (
    <Page title={texts.recipient} about={texts.recipientAbout}>
      {data === undefined ? <Skeleton height={240} /> : <Edited answer={data} />}
    </Page>
  )
}

function Edited({ answer }: { readonly answer: RecipientAnswer }) {
  const query = useCustomer()
  const isOperator = useSession().kind === 'operator'
  const change = useChange('PATCH /invoice-recipient', { refreshes: ['/invoice-recipient'] })
  const form = useForm<RecipientValues>({ initialValues: valuesOf(answer) })
  const submit = useEdit({
    ...{ form, thing: answer, valuesOf },
    save: (values, ifMatch) => change.mutateAsync([{ query, ifMatch, body: isOperator ? allFields(values) : customersFields(values) }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <Stack maw={480}>
        <Contract form={form} isOperator={isOperator} />
        <Delivery form={form} />
      </Stack>
    </FormFrame>
  )
}

function Contract({ form, isOperator }: { readonly form: RecipientForm; readonly isOperator: boolean }) {
  const texts = useTexts(invoiceTexts)
  const fields = ['company', 'addition', 'street', 'postalCode', 'city', 'country', 'vatId', 'number', 'profile'] as const
  const labels = { ...texts, number: texts.customerNumber }
  const treatments = (['domestic', 'reverse-charge-eu', 'reverse-charge-reseller', 'third-country'] as const).map((value) => ({
    value,
    label: texts[value],
  }))
  return (
    <>
      {fields.map((name) => (
        <TextInput key={name} label={labels[name]} disabled={!isOperator} maxLength={100} {...form.getInputProps(name)} />
      ))}
      <Select label={texts.treatment} data={treatments} allowDeselect={false} disabled={!isOperator} {...form.getInputProps('treatment')} />
    </>
  )
}

function Delivery({ form }: { readonly form: RecipientForm }) {
  const texts = useTexts(invoiceTexts)
  const kinds = (['zugferd', 'xrechnung-ubl', 'xrechnung-cii', 'none'] as const).map((value) => ({ value, label: texts[value] }))
  const languages = (['de', 'en'] as const).map((value) => ({ value, label: texts[value] }))
  return (
    <>
      <TextInput label={texts.email} type="email" maxLength={200} {...form.getInputProps('email')} />
      <Checkbox label={texts.byMail} {...form.getInputProps('byMail', { type: 'checkbox' })} />
      <Checkbox label={texts.onPaper} {...form.getInputProps('onPaper', { type: 'checkbox' })} />
      <Select label={texts.eInvoice} data={kinds} allowDeselect={false} {...form.getInputProps('eInvoice')} />
      <TextInput label={texts.buyerReference} maxLength={100} {...form.getInputProps('buyerReference')} />
      <Select label={texts.language} data={languages} allowDeselect={false} {...form.getInputProps('language')} />
      <Checkbox label={texts.splitBySite} {...form.getInputProps('splitBySite', { type: 'checkbox' })} />
    </>
  )
}
