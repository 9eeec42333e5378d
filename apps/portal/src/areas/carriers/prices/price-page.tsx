import { Skeleton } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import { useAnswer, useChange } from '../../../api/queries.ts'
import { readableNumbers } from '../../../shared/destinations/readable-numbers.ts'
import { DeleteButton } from '../../../shared/editing/delete-button.tsx'
import { FormFrame } from '../../../shared/editing/form-frame.tsx'
import { useEdit } from '../../../shared/editing/use-edit.ts'
import { useTexts } from '../../../shared/language.tsx'
import { Page } from '../../../shared/page.tsx'
import { Trouble } from '../../../shared/trouble.tsx'
import { type PrefixPrices, rateOf, rateValuesOf } from './price.ts'
import { type PriceValues, RateFields, useRateRules } from './rate-fields.tsx'
import { priceTexts } from './texts.ts'

const REFRESHED = { refreshes: ['/carriers', '/carrier-routes'] } as const

interface PricePageProps {
  readonly carrierId: string
  readonly prefix: string
}

/** What minutes to one prefix cost, now and later. */
export function PricePage({ carrierId, prefix }: PricePageProps) {
  const texts = useTexts(priceTexts)
  const { data, error, refetch } = useAnswer('GET /carriers/{carrierId}/prices/{prefix}', [{ path: { carrierId, prefix } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page title={texts.priceOf(readableNumbers(prefix))} actions={<Deletion carrierId={carrierId} prices={data} />}>
      <Change carrierId={carrierId} prices={data} />
    </Page>
  )
}

interface PartProps {
  readonly carrierId: string
  readonly prices: PrefixPrices
}

function valuesOf({ prefix, rates }: PrefixPrices): PriceValues {
  return { prefix, rates: rates.map(rateValuesOf) }
}

function Change({ carrierId, prices }: PartProps) {
  const put = useChange('PUT /carriers/{carrierId}/prices/{prefix}', REFRESHED)
  const form = useForm<PriceValues>({ initialValues: valuesOf(prices), validate: { rates: useRateRules() } })
  const submit = useEdit({
    ...{ form, thing: prices, valuesOf, byCode: { 'rates-overlap': 'rates' } },
    save: ({ prefix, rates }, ifMatch) => put.mutateAsync([{ path: { carrierId, prefix }, body: { rates: rates.map(rateOf) }, ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <RateFields form={form} />
    </FormFrame>
  )
}

function Deletion({ carrierId, prices }: PartProps) {
  const texts = useTexts(priceTexts)
  const [, go] = useLocation()
  const remove = useChange('DELETE /carriers/{carrierId}/prices/{prefix}', REFRESHED)
  const { prefix } = prices
  return (
    <DeleteButton
      title={texts.deleteTitle(readableNumbers(prefix))}
      consequence={texts.deleteConsequence}
      thing={prices}
      remove={(ifMatch) => remove.mutateAsync([{ path: { carrierId, prefix }, ifMatch }])}
      deleted={texts.deleted}
      then={() => go(`/${carrierId}/prices`)}
    />
  )
}
