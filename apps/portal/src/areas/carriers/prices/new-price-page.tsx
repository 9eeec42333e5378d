import { Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import { useChange } from '../../../api/queries.ts'
import { versionOf } from '../../../api/version.ts'
import { useApi } from '../../../session/session-context.tsx'
import { e164Of } from '../../../shared/destinations/phone-number.ts'
import { FormFrame } from '../../../shared/editing/form-frame.tsx'
import { useTexts } from '../../../shared/language.tsx'
import { useNotices } from '../../../shared/notices.tsx'
import { Page } from '../../../shared/page.tsx'
import { useSubmit } from '../../../shared/use-submit.ts'
import { NEW_RATE, rateOf } from './price.ts'
import { type PriceValues, RateFields, useRateRules } from './rate-fields.tsx'
import { priceTexts } from './texts.ts'

/** Adds a prefix to the list. */
export function NewPricePage({ carrierId }: { readonly carrierId: string }) {
  const texts = useTexts(priceTexts)
  const api = useApi()
  const [, go] = useLocation()
  const { done } = useNotices()
  const put = useChange('PUT /carriers/{carrierId}/prices/{prefix}', { refreshes: ['/carriers', '/carrier-routes'] })
  const form = useForm<PriceValues>({
    initialValues: { prefix: '', rates: [NEW_RATE] },
    validate: { prefix: (prefix) => (isPrefix(e164Of(prefix)) ? null : texts.prefixWrong), rates: useRateRules() },
  })
  const submit = useSubmit(
    form,
    async (values) => {
      const path = { carrierId, prefix: e164Of(values.prefix) }
      const present = await api('GET /carriers/{carrierId}/prices/{prefix}', { path })
      if (present.rates.length > 0) return form.setFieldError('prefix', texts.prefixTaken)
      await put.mutateAsync([{ path, body: { rates: values.rates.map(rateOf) }, ifMatch: versionOf(present) }])
      done(texts.saved)
      go(`/${carrierId}/prices`)
    },
    { 'rates-overlap': 'rates' },
  )
  return (
    <Page title={texts.add}>
      <FormFrame act="create" submit={submit} back={`/${carrierId}/prices`}>
        <Stack maw={760}>
          <TextInput label={texts.prefix} description={texts.prefixHint} type="tel" required maw={320} {...form.getInputProps('prefix')} />
          <RateFields form={form} />
        </Stack>
      </FormFrame>
    </Page>
  )
}

function isPrefix(text: string): boolean {
  return /^\+[1-9]\d{0,14}$/.test(text)
}
