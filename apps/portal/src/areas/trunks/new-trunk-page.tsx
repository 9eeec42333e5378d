import { Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { NewAccounts } from './new-accounts.tsx'
import { PlaceFields } from './place-fields.tsx'
import { RangesField } from './ranges-field.tsx'
import { trunkTexts } from './texts.ts'
import { type Access, type Product, placesOf, REFRESHED } from './trunk.ts'

interface Values {
  readonly name: string
  readonly product: Product
  readonly channels: number
  readonly access: Access
  readonly primary: string
  readonly secondary: string
  readonly ranges: string[]
}

type TrunkForm = Pick<UseFormReturnType<Values>, 'values' | 'setFieldValue' | 'getInputProps'>

/** At which field a broken rule is shown. */
const PROBLEM_FIELDS = {
  'trunk-name-taken': 'name',
  'trunk-channels-not-sold': 'channels',
  'trunk-below-minimum': 'channels',
  'trunk-access-not-allowed': 'access',
  'trunk-places-missing': 'primary',
  'trunk-place-taken': 'primary',
  'trunk-singles-not-allowed': 'ranges',
  'trunk-blocks-not-allowed': 'ranges',
  'trunk-one-number': 'ranges',
  'trunk-not-one-block': 'ranges',
  'trunk-single-needs-block': 'ranges',
  'trunk-numbers-above-ceiling': 'ranges',
  'trunk-temporary-parallel': 'ranges',
  'trunk-number-led-elsewhere': 'ranges',
}

/** Who sells the contract sells the trunk; its accounts are readable only now. */
export function NewTrunkPage() {
  const texts = useTexts(trunkTexts)
  const shared = useTexts(sharedTexts)
  const customer = useCustomer()
  const [sold, setSold] = useState<Answer<'POST /customer-trunks'>>()
  const create = useChange('POST /customer-trunks', REFRESHED)
  const form = useForm<Values>({
    initialValues: { name: '', product: 'extended-connect', channels: 10, access: 'registration', primary: '', secondary: '', ranges: [] },
    validate: {
      name: (name) => (name.trim() === '' ? shared.required : null),
      primary: (primary, { access }) => (access === 'fixed-ip' && primary.trim() === '' ? texts.needed : null),
    },
  })
  const submit = useSubmit(
    form,
    async ({ name, product, channels, access, primary, secondary, ranges }) => {
      const places = access === 'fixed-ip' ? { places: placesOf([primary, secondary]) } : {}
      setSold(await create.mutateAsync([{ body: { ...customer, name: name.trim(), product, channels, access, ...places, ranges } }]))
    },
    PROBLEM_FIELDS,
  )
  if (sold !== undefined) return <Sold trunk={sold} />
  return (
    <Page title={texts.add}>
      <FormFrame act="create" submit={submit}>
        <Stack maw={560}>
          <TextInput label={texts.name} description={texts.nameHint} required maxLength={100} {...form.getInputProps('name')} />
          <Terms form={form} />
          {form.values.access === 'fixed-ip' ? <PlaceFields inputs={(field) => form.getInputProps(field)} /> : null}
          <RangesField value={form.values.ranges} onChange={(ranges) => form.setFieldValue('ranges', ranges)} error={form.errors.ranges} />
        </Stack>
      </FormFrame>
    </Page>
  )
}

/** What the catalogue allows stands beside the choice. */
function Terms({ form }: { readonly form: TrunkForm }) {
  const texts = useTexts(trunkTexts)
  const { language } = useLanguage()
  const { data } = useAnswer('GET /customer-trunks/catalogue', [{}])
  const products = data?.products ?? []
  const chosen = products.find(({ product }) => product === form.values.product)
  const choose = (wanted: string | null): void => {
    const next = products.find(({ product }) => product === wanted)
    if (next === undefined) return
    form.setFieldValue('product', next.product)
    const [first] = next.access
    if (first !== undefined && !next.access.includes(form.values.access)) form.setFieldValue('access', first)
  }
  return (
    <>
      <Select
        label={texts.product}
        data={products.map(({ product, title }) => ({ value: product, label: title[language] }))}
        allowDeselect={false}
        {...form.getInputProps('product')}
        onChange={choose}
      />
      <NumberInput
        label={texts.channels}
        description={chosen === undefined ? texts.channelsHint : texts.sizes(chosen.channels.sizes.join(', '), chosen.channels.step)}
        min={1}
        max={chosen?.channels.max ?? 2_000}
        allowDecimal={false}
        hideControls
        {...form.getInputProps('channels')}
      />
      <Select
        label={texts.access}
        data={(chosen?.access ?? []).map((access) => ({ value: access, label: texts[access] }))}
        allowDeselect={false}
        {...form.getInputProps('access')}
      />
    </>
  )
}

function Sold({ trunk }: { readonly trunk: Answer<'POST /customer-trunks'> }) {
  const texts = useTexts(trunkTexts)
  return (
    <Page title={trunk.name} about={texts.created}>
      <NewAccounts accounts={trunk.accounts} />
      <Group>
        <Button component={Link} href={`/${trunk.id}`}>
          {texts.toTrunk}
        </Button>
      </Group>
    </Page>
  )
}
