import { Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { e164Of, isE164 } from '../../shared/destinations/phone-number.ts'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { SiteField } from '../../shared/sites/site-field.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { StateField } from './inventory.tsx'
import { numberTexts } from './texts.ts'

const SIZES = { '1': 1, '10': 10, '100': 100, '1000': 1000, '10000': 10_000 } as const
const FIRST_STATES = ['active', 'ordered', 'temporary', 'porting-in'] as const

interface Values {
  readonly first: string
  readonly size: keyof typeof SIZES
  readonly state: (typeof FIRST_STATES)[number]
  readonly siteId: string | null
}

/** The operator gives a customer a number or a block. */
export function NewNumbersPage() {
  const texts = useTexts(numberTexts)
  const { tenantId = '' } = useCustomer()
  const format = useFormat()
  const [, go] = useLocation()
  const create = useChange('POST /numbers', { refreshes: ['/numbers', '/sites'] })
  const form = useForm<Values>({
    initialValues: { first: '', size: '1', state: 'active', siteId: null },
    validate: { first: (first) => (isE164(e164Of(first)) ? null : texts.firstWrong) },
  })
  const submit = useSubmit(
    form,
    async ({ first, size, state, siteId }) => {
      const e164 = e164Of(first)
      await create.mutateAsync([{ body: { tenantId, first: e164, size: SIZES[size], state, siteId } }])
      go(`/${encodeURIComponent(e164)}`)
    },
    {
      'number-taken': 'first',
      'block-misaligned': 'first',
      'wrong-ortsnetz': 'first',
      'new-single-number': 'size',
      'proof-missing': 'first',
    },
  )
  const sizes = Object.entries(SIZES).map(([value, size]) => ({
    value,
    label: size === 1 ? texts.sizeOne : texts.sizeMany(format.number(size)),
  }))
  return (
    <Page title={texts.add}>
      <FormFrame act="create" submit={submit}>
        <Stack maw={480}>
          <TextInput label={texts.first} description={texts.firstHint} type="tel" required {...form.getInputProps('first')} />
          <Select label={texts.size} data={sizes} allowDeselect={false} {...form.getInputProps('size')} />
          <StateField states={FIRST_STATES} {...form.getInputProps('state')} />
          <SiteField value={form.values.siteId} onChange={(siteId) => form.setFieldValue('siteId', siteId)} error={form.errors.siteId} />
        </Stack>
      </FormFrame>
    </Page>
  )
}
