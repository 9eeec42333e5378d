import { Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { e164Of, isE164 } from '../../shared/destinations/phone-number.ts'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { numberTexts } from './texts.ts'

const SIZES = ['1', '10', '100'] as const

/** The operator gives a customer a number or a block. */
export function NewNumbersPage() {
  const texts = useTexts(numberTexts)
  const { tenantId = '' } = useCustomer()
  const [, go] = useLocation()
  const create = useChange('POST /numbers', { refreshes: ['/numbers'] })
  const form = useForm<{ readonly first: string; readonly size: (typeof SIZES)[number] }>({
    initialValues: { first: '', size: '1' },
    validate: { first: (first) => (isE164(e164Of(first)) ? null : texts.firstWrong) },
  })
  const submit = useSubmit(
    form,
    async ({ first, size }) => {
      const e164 = e164Of(first)
      await create.mutateAsync([{ body: { tenantId, first: e164, size: size === '1' ? 1 : size === '10' ? 10 : 100 } }])
      go(`/${encodeURIComponent(e164)}`)
    },
    { 'number-taken': 'first' },
  )
  const sizes = SIZES.map((value) => ({ value, label: value === '1' ? texts.sizeOne : texts.sizeMany(value) }))
  return (
    <Page title={texts.add}>
      <FormFrame act="create" submit={submit}>
        <Stack maw={480}>
          <TextInput label={texts.first} description={texts.firstHint} type="tel" required {...form.getInputProps('first')} />
          <Select label={texts.size} data={sizes} allowDeselect={false} {...form.getInputProps('size')} />
        </Stack>
      </FormFrame>
    </Page>
  )
}
