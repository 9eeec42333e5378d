import { NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMoney } from '../../shared/billing/use-money.ts'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { contractTexts } from './texts.ts'

interface NewValues {
  readonly profileId: string | null
  readonly begins: string
  readonly termMonths: string | null
  /** By the ids of the profile's items; what is 0 is not booked. */
  readonly quantities: Readonly<Record<string, number | string>>
}

/** A contract with the customer: profile, first day, and how many of what. */
export function NewContractPage() {
  const texts = useTexts(contractTexts)
  const shared = useTexts(sharedTexts)
  const customer = useCustomer()
  const [, go] = useLocation()
  const { done } = useNotices()
  const create = useChange('POST /contracts', { refreshes: ['/contracts', '/product-profiles'] })
  const form = useForm<NewValues>({
    initialValues: { profileId: null, begins: new Date().toISOString().slice(0, 10), termMonths: null, quantities: {} },
    validate: { profileId: (chosen) => (chosen === null ? shared.required : null), begins: (day) => (day === '' ? shared.required : null) },
  })
  const submit = useSubmit(form, async ({ profileId, begins, termMonths, quantities }) => {
    const items = Object.entries(quantities).flatMap(([item, quantity]) =>
      Number(quantity) > 0 ? [{ item, quantity: Number(quantity) }] : [],
    )
    const term = termMonths === null ? {} : { termMonths: Number(termMonths) }
    await create.mutateAsync([{ body: { ...customer, profileId: profileId ?? '', begins, ...term, items } }])
    done(texts.created)
    go('/')
  })
  return (
    <Page title={texts.add}>
      <FormFrame act="create" submit={submit}>
        <Stack maw={480}>
          <ProfileFields form={form} />
        </Stack>
      </FormFrame>
    </Page>
  )
}

function ProfileFields({ form }: { readonly form: UseFormReturnType<NewValues> }) {
  const texts = useTexts(contractTexts)
  const { language } = useLanguage()
  const { data } = useAnswer('GET /product-profiles', [{}])
  const profiles = (data?.items ?? []).map(({ id, title }) => ({ value: id, label: title[language] }))
  const { profileId } = form.values
  return (
    <>
      <Select
        label={texts.profile}
        description={data?.items.length === 0 ? texts.noProfiles : undefined}
        data={profiles}
        allowDeselect={false}
        required
        {...form.getInputProps('profileId')}
      />
      <TextInput type="date" label={texts.begins} required {...form.getInputProps('begins')} />
      {profileId === null ? null : <ItemFields form={form} profileId={profileId} />}
    </>
  )
}

function ItemFields({ form, profileId }: { readonly form: UseFormReturnType<NewValues>; readonly profileId: string }) {
  const texts = useTexts(contractTexts)
  const { language } = useLanguage()
  const { money } = useMoney()
  const { data } = useAnswer('GET /product-profiles/{profileId}', [{ path: { profileId } }])
  const monthly = (data?.items ?? []).filter(({ kind }) => kind !== 'one-off')
  const terms = (data?.terms ?? []).map(String)
  return (
    <>
      {terms.length === 0 ? null : (
        <Select label={texts.termMonths} data={terms} placeholder={terms[0] ?? ''} {...form.getInputProps('termMonths')} />
      )}
      {monthly.map(({ id, title, price, maximum, follows }) => (
        <NumberInput
          key={id}
          label={title[language]}
          description={money(price)}
          min={0}
          max={follows === null ? (maximum ?? 1_000_000) : 1}
          allowDecimal={false}
          {...form.getInputProps(`quantities.${id}`)}
        />
      ))}
    </>
  )
}
