import { Button, Group, Skeleton, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { pickupTexts } from './texts.ts'

type Slot = Answer<'GET /park-slots'>['items'][number]

const REFRESHED = { refreshes: ['/park-slots', '/call-targets'] }
const AGAIN_MS = 5_000

/** Where calls wait, and who waits there now. */
export function ParkSlots() {
  const texts = useTexts(pickupTexts)
  const mayChange = useMayChange()
  const { data, error, refetch } = useAnswer('GET /park-slots', [{ query: useCustomer() }], { everyMs: AGAIN_MS })
  return (
    <Section title={texts.slots} about={texts.slotsAbout}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={60} /> : null}
      {data?.items.length === 0 ? <Text size="sm">{texts.noSlots}</Text> : null}
      {data?.items.map((slot) => (
        <SlotRow key={slot.id} slot={slot} />
      ))}
      {mayChange ? <NewSlot /> : null}
    </Section>
  )
}

function SlotRow({ slot: { id, number, name, parked } }: { readonly slot: Slot }) {
  const texts = useTexts(pickupTexts)
  const format = useFormat()
  const remove = useChange('DELETE /park-slots/{slotId}', REFRESHED)
  const state = parked === null ? texts.free : texts.waits(parked.name ?? parked.number, format.time(parked.since))
  return (
    <Group justify="space-between">
      <Text size="sm">{`${number} ${name}: ${state}`}</Text>
      <DeleteButton
        title={texts.deleteSlot(number)}
        consequence={texts.deleteSlotConsequence}
        remove={() => remove.mutateAsync([{ path: { slotId: id } }])}
        deleted={texts.slotDeleted}
        label={texts.deleteNamed(number)}
      />
    </Group>
  )
}

function NewSlot() {
  const texts = useTexts(pickupTexts)
  const customer = useCustomer()
  const create = useChange('POST /park-slots', REFRESHED)
  const form = useForm({
    initialValues: { number: '' },
    validate: { number: (number) => (/^[1-9]\d{1,5}$/.test(number.trim()) ? null : texts.numberWrong) },
  })
  const submit = useSubmit(
    form,
    async ({ number }) => {
      await create.mutateAsync([{ body: { ...customer, number: number.trim() } }])
      form.reset()
    },
    { 'internal-number-taken': 'number' },
  )
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Group align="flex-end" gap="xs">
        <TextInput label={texts.number} inputMode="numeric" {...form.getInputProps('number')} />
        <Button type="submit" variant="default" loading={submit.isBusy}>
          {texts.addSlot}
        </Button>
      </Group>
    </form>
  )
}
