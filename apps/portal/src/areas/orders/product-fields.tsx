import { Checkbox, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { Fragment } from 'react'
import { useAnswer } from '../../api/queries.ts'
import { useMoney } from '../../shared/billing/use-money.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { InstallationFields } from './installation-fields.tsx'
import type { OrderForm } from './new-order-page.tsx'
import { orderTexts } from './texts.ts'

/** What is ordered, from when on, and the choices of the form. */
export function ProductFields({ form }: { readonly form: OrderForm }) {
  const texts = useTexts(orderTexts)
  const { language } = useLanguage()
  const { data } = useAnswer('GET /product-profiles', [{}])
  const profiles = (data?.items ?? []).map(({ id, title }) => ({ value: id, label: title[language] }))
  const { profileId } = form.values
  return (
    <Stack maw={480}>
      <Select
        label={texts.profile}
        description={data?.items.length === 0 ? texts.noProfiles : undefined}
        data={profiles}
        allowDeselect={false}
        required
        {...form.getInputProps('profileId')}
        onChange={(chosen: string | null) =>
          form.setValues({ profileId: chosen, quantities: {}, places: {}, installation: null, installationHours: '' })
        }
      />
      <TextInput type="date" label={texts.wishDate} required {...form.getInputProps('wishDate')} />
      {profileId === null ? null : <Items form={form} profileId={profileId} />}
      <Choices form={form} />
    </Stack>
  )
}

function Items({ form, profileId }: { readonly form: OrderForm; readonly profileId: string }) {
  const texts = useTexts(orderTexts)
  const { language } = useLanguage()
  const { money } = useMoney()
  const { data } = useAnswer('GET /product-profiles/{profileId}', [{ path: { profileId } }])
  const terms = (data?.terms ?? []).map(String)
  const apart = new Set(data?.installation.map(({ item }) => item))
  const items = (data?.items ?? []).filter(({ id }) => !apart.has(id))
  const about = (follows: string | null, price: string): string => {
    const followed = items.find(({ id }) => id === follows)
    return followed === undefined ? price : `${price} · ${texts.follows(followed.title[language])}`
  }
  return (
    <>
      {terms.length === 0 ? null : (
        <Select label={texts.term} data={terms} placeholder={terms[0] ?? ''} {...form.getInputProps('termMonths')} />
      )}
      {items.map(({ id, title, price, maximum, follows, places }) => (
        <Fragment key={id}>
          <NumberInput
            label={title[language]}
            description={about(follows, money(price))}
            min={0}
            max={follows === null ? (maximum ?? 100_000) : 1}
            allowDecimal={false}
            {...form.getInputProps(`quantities.${id}`)}
          />
          {places === null || Number(form.values.quantities[id] ?? 0) === 0 ? null : (
            <TextInput
              label={texts.places(title[language])}
              description={texts.placesHint}
              required={places === 'must'}
              {...form.getInputProps(`places.${id}`)}
            />
          )}
        </Fragment>
      ))}
      {data === undefined ? null : <InstallationFields form={form} profile={data} />}
    </>
  )
}

function Choices({ form }: { readonly form: OrderForm }) {
  const texts = useTexts(orderTexts)
  const bills = [
    { value: 'none', label: texts.billNone },
    { value: 'last-three-cut', label: texts.billCut },
    { value: 'full', label: texts.billFull },
  ]
  return (
    <>
      <Select label={texts.itemisedBill} data={bills} allowDeselect={false} {...form.getInputProps('itemisedBill')} />
      {(['paperInvoice', 'directoryEntry', 'creditCheck', 'marketing'] as const).map((field) => (
        <Checkbox key={field} label={texts[field]} {...form.getInputProps(field, { type: 'checkbox' })} />
      ))}
      <Payment form={form} />
      <Textarea label={texts.remark} maxLength={2000} autosize minRows={2} {...form.getInputProps('remark')} />
    </>
  )
}

function Payment({ form }: { readonly form: OrderForm }) {
  const texts = useTexts(orderTexts)
  const ways = [
    { value: 'transfer', label: texts.transfer },
    { value: 'direct-debit', label: texts.directDebit },
  ]
  return (
    <>
      <Select label={texts.payment} data={ways} allowDeselect={false} {...form.getInputProps('payment')} />
      {form.values.payment === 'transfer' ? null : (
        <>
          <TextInput
            label={texts.accountHolder}
            placeholder={form.values.company}
            maxLength={70}
            {...form.getInputProps('accountHolder')}
          />
          <TextInput label={texts.iban} description={texts.mandateHint} maxLength={50} {...form.getInputProps('iban')} />
        </>
      )}
    </>
  )
}
