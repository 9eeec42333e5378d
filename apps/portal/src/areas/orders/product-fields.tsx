import { Checkbox, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { Fragment } from 'react'
import { useAnswer } from '../../api/queries.ts'
import { useMoney } from '../../shared/billing/use-money.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { InstallationFields } from './installation-fields.tsx'
import type { OrderValues } from './new-order.ts'
import type { OrderForm } from './new-order-page.tsx'
import { orderTexts } from './texts.ts'

type Way = NonNullable<OrderValues['payment']>

/** Another product may ask for other things. */
const NO_CHOICES = { itemisedBill: 'none', directoryEntry: false, creditCheck: false, marketing: false, payment: null } as const

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
          form.setValues({ ...{ profileId: chosen, quantities: {}, places: {}, installation: null, installationHours: '' }, ...NO_CHOICES })
        }
      />
      <TextInput type="date" label={texts.wishDate} required {...form.getInputProps('wishDate')} />
      {profileId === null ? null : <Items form={form} profileId={profileId} />}
      {profileId === null ? null : <Choices form={form} profileId={profileId} />}
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

/** Consents and entries with the question of the product that they answer (ORD-01). */
const ASKED = { directoryEntry: 'directory-entry', creditCheck: 'credit-check', marketing: 'marketing-consent' } as const

/** What the product asks for, with the answers that it has. */
function Choices({ form, profileId }: { readonly form: OrderForm; readonly profileId: string }) {
  const texts = useTexts(orderTexts)
  const { data } = useAnswer('GET /product-profiles/{profileId}', [{ path: { profileId } }])
  if (data === undefined) return null
  const billWords = { none: texts.billNone, 'last-three-cut': texts.billCut, full: texts.billFull }
  const bills = (['none', 'last-three-cut', 'full'] as const).filter((bill) => bill === 'none' || data.itemisedBills.includes(bill))
  const asked = (['directoryEntry', 'creditCheck', 'marketing'] as const).filter((field) => data.asks.includes(ASKED[field]))
  return (
    <>
      {data.asks.includes('itemised-bill') ? (
        <Select
          label={texts.itemisedBill}
          data={bills.map((value) => ({ value, label: billWords[value] }))}
          allowDeselect={false}
          {...form.getInputProps('itemisedBill')}
        />
      ) : null}
      {(['paperInvoice', ...asked] as const).map((field) => (
        <Checkbox key={field} label={texts[field]} {...form.getInputProps(field, { type: 'checkbox' })} />
      ))}
      <Payment form={form} ways={data.payments} />
      <Textarea label={texts.remark} maxLength={2000} autosize minRows={2} {...form.getInputProps('remark')} />
    </>
  )
}

function Payment({ form, ways }: { readonly form: OrderForm; readonly ways: readonly Way[] }) {
  const texts = useTexts(orderTexts)
  const words = { transfer: texts.transfer, 'direct-debit': texts.directDebit, prepaid: texts.prepaid }
  const payment = form.values.payment ?? ways[0] ?? null
  return (
    <>
      <Select
        label={texts.payment}
        data={ways.map((value) => ({ value, label: words[value] }))}
        allowDeselect={false}
        {...form.getInputProps('payment')}
        value={payment}
      />
      {payment !== 'direct-debit' ? null : (
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
