import { Button, Group, Stack, Stepper, Text } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useMoney } from '../../shared/billing/use-money.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { CustomerFields, SiteFields } from './customer-fields.tsx'
import { NO_ORDER, type OrderValues, orderOf } from './new-order.ts'
import { type OrderBody, PreviewOf, usePreview } from './preview.tsx'
import { ProductFields } from './product-fields.tsx'
import { orderTexts } from './texts.ts'

export type OrderForm = UseFormReturnType<OrderValues>

/** Which fields each step needs before the next. */
const NEEDED: readonly (readonly (keyof OrderValues)[])[] = [
  ['company', 'street', 'houseNumber', 'postalCode', 'city', 'phone', 'email', 'sipDomain'],
  ['siteName', 'areaCode', 'adminName', 'adminEmail'],
  ['profileId', 'wishDate'],
]
const LAST = NEEDED.length

/** The operator enters an order: customer, site, product with its live price, and all of it to be checked. */
export function NewOrderPage() {
  const texts = useTexts(orderTexts)
  const shared = useTexts(sharedTexts)
  const [step, setStep] = useState(0)
  const form: OrderForm = useForm<OrderValues>({ initialValues: NO_ORDER })
  const next = (): void => {
    const missing = (NEEDED[step] ?? []).filter((field) => form.values[field] === null || form.values[field] === '')
    for (const field of missing) form.setFieldError(field, shared.required)
    if (missing.length === 0) setStep(step + 1)
  }
  const body = step >= 2 ? orderOf(form.values) : undefined
  return (
    <Page title={texts.add}>
      <Stack maw={760}>
        <Stepper active={step} onStepClick={setStep} allowNextStepsSelect={false} size="sm">
          <Stepper.Step label={texts.stepCustomer}>
            <CustomerFields form={form} />
          </Stepper.Step>
          <Stepper.Step label={texts.stepSite}>
            <SiteFields form={form} />
          </Stepper.Step>
          <Stepper.Step label={texts.stepProduct}>
            <ProductFields form={form} />
            <Sums body={body} />
          </Stepper.Step>
          <Stepper.Step label={texts.stepCheck}>{body === undefined ? null : <Check body={body} />}</Stepper.Step>
        </Stepper>
        <Group>
          {step === 0 ? null : (
            <Button variant="default" onClick={() => setStep(step - 1)}>
              {texts.back}
            </Button>
          )}
          {step === LAST ? null : (
            <Button onClick={next} disabled={step === 2 && body === undefined}>
              {texts.next}
            </Button>
          )}
        </Group>
      </Stack>
    </Page>
  )
}

function Sums({ body }: { readonly body: OrderBody | undefined }) {
  const texts = useTexts(orderTexts)
  const { money } = useMoney()
  const preview = usePreview(body)
  if (preview === undefined) return null
  return (
    <Text fw={600} role="status" mt="md">
      {texts.sums(money(preview.monthlySum), money(preview.onceSum))}
    </Text>
  )
}

function Check({ body }: { readonly body: OrderBody }) {
  const texts = useTexts(orderTexts)
  const [, go] = useLocation()
  const { done, failed } = useNotices()
  const preview = usePreview(body)
  const create = useChange('POST /orders', { refreshes: ['/orders'] })
  const order = (): void => {
    create.mutateAsync([{ body }]).then(({ id }) => {
      done(texts.ordered)
      go(`/${id}`)
    }, failed)
  }
  if (preview === undefined) return null
  return (
    <Stack>
      <PreviewOf preview={preview} />
      <Group>
        <Button onClick={order} loading={create.isPending} disabled={preview.faults.length > 0}>
          {texts.order}
        </Button>
      </Group>
    </Stack>
  )
}
