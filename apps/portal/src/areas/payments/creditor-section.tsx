import { Skeleton, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { paymentTexts } from './texts.ts'

type Creditor = Answer<'GET /sepa-creditor'>

const FIELDS = { 'creditor-id-invalid': 'creditorId', 'iban-invalid': 'iban', 'iban-outside-sepa': 'iban', 'bic-invalid': 'bic' } as const

function valuesOf({ creditor }: Creditor) {
  return { name: creditor?.name ?? '', creditorId: creditor?.creditorId ?? '', iban: creditor?.iban ?? '', bic: creditor?.bic ?? '' }
}

/** Whose account collects. */
export function CreditorSection() {
  const texts = useTexts(paymentTexts)
  const { data } = useAnswer('GET /sepa-creditor', [])
  return (
    <Section title={texts.creditor} about={texts.creditorAbout}>
      {data === undefined ? <Skeleton height={120} /> : <CreditorForm thing={data} />}
    </Section>
  )
}

function CreditorForm({ thing }: { readonly thing: Creditor }) {
  const texts = useTexts(paymentTexts)
  const shared = useTexts(sharedTexts)
  const change = useChange('PUT /sepa-creditor', { refreshes: ['/sepa-creditor', '/sepa-mandate-form'] })
  const filled = (text: string): string | null => (text.trim() === '' ? shared.required : null)
  const form = useForm({ initialValues: valuesOf(thing), validate: { name: filled, creditorId: filled, iban: filled } })
  const submit = useEdit({
    ...{ form, thing, valuesOf, byCode: FIELDS, canUndo: thing.creditor !== null },
    save: ({ bic, ...values }, ifMatch) => change.mutateAsync([{ body: { ...values, bic: bic.trim() || null }, ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <Stack gap="sm">
        <TextInput label={texts.name} required maxLength={70} {...form.getInputProps('name')} />
        <TextInput label={texts.creditorId} required maxLength={35} {...form.getInputProps('creditorId')} />
        <TextInput label={texts.iban} required maxLength={50} {...form.getInputProps('iban')} />
        <TextInput label={texts.bic} maxLength={14} {...form.getInputProps('bic')} />
      </Stack>
    </FormFrame>
  )
}
