import { NumberInput, Radio, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { pickupTexts } from './texts.ts'

type Pickup = Answer<'GET /pickup-policy'>
type Park = Answer<'GET /park-settings'>

/** Whom one may fetch a call from by naming the extension. */
export function PickupPolicy() {
  const texts = useTexts(pickupTexts)
  const { data } = useAnswer('GET /pickup-policy', [{ query: useCustomer() }])
  return data === undefined ? null : (
    <Section title={texts.directed}>
      <EditedPickup policy={data} />
    </Section>
  )
}

function EditedPickup({ policy }: { readonly policy: Pickup }) {
  const texts = useTexts(pickupTexts)
  const query = useCustomer()
  const change = useChange('PATCH /pickup-policy', { refreshes: ['/pickup-policy'] })
  const form = useForm<Pickup>({ initialValues: policy })
  const submit = useEdit({
    ...{ form, thing: policy, valuesOf: (read: Pickup) => read },
    save: (body, ifMatch) => change.mutateAsync([{ query, body, ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <Radio.Group aria-label={texts.directed} {...form.getInputProps('directed')}>
        <Stack gap="xs">
          <Radio value="everyone" label={texts.everyone} />
          <Radio value="groups" label={texts.inGroups} />
          <Radio value="nobody" label={texts.nobody} />
        </Stack>
      </Radio.Group>
    </FormFrame>
  )
}

/** How long a parked call waits. */
export function ParkTime() {
  const texts = useTexts(pickupTexts)
  const { data } = useAnswer('GET /park-settings', [{ query: useCustomer() }])
  return data === undefined ? null : (
    <Section title={texts.returnSeconds}>
      <EditedPark settings={data} />
    </Section>
  )
}

function EditedPark({ settings }: { readonly settings: Park }) {
  const texts = useTexts(pickupTexts)
  const query = useCustomer()
  const change = useChange('PATCH /park-settings', { refreshes: ['/park-settings'] })
  const form = useForm<Park>({ initialValues: settings })
  const submit = useEdit({
    ...{ form, thing: settings, valuesOf: (read: Park) => read },
    save: (body, ifMatch) => change.mutateAsync([{ query, body, ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <NumberInput aria-label={texts.returnSeconds} min={1} hideControls maw={160} {...form.getInputProps('returnSeconds')} />
    </FormFrame>
  )
}
