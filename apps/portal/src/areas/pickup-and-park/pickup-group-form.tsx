import { Button, Group, Skeleton, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { ExtensionsField } from '../../shared/team/extensions-field.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { pickupTexts } from './texts.ts'

type PickupGroup = Answer<'GET /pickup-groups/{groupId}'>
type Values = Pick<PickupGroup, 'name' | 'members'>

const REFRESHED = { refreshes: ['/pickup-groups'] }
const NAME_TAKEN = { 'pickup-group-name-taken': 'name', 'team-name-taken': 'name' }

function valuesOf({ name, members }: PickupGroup): Values {
  return { name, members }
}

function useGroupForm(initialValues: Values): UseFormReturnType<Values> {
  const { required } = useTexts(sharedTexts)
  return useForm<Values>({ initialValues, validate: { name: (name) => (name.trim() === '' ? required : null) } })
}

export function NewGroup({ close }: { readonly close: () => void }) {
  const texts = useTexts(pickupTexts)
  const shared = useTexts(sharedTexts)
  const customer = useCustomer()
  const create = useChange('POST /pickup-groups', REFRESHED)
  const form = useGroupForm({ name: '', members: [] })
  const submit = useSubmit(form, (body) => create.mutateAsync([{ body: { ...customer, ...body } }]).then(close), NAME_TAKEN)
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Fields form={form} />
      <Group mt="sm">
        <Button type="submit" loading={submit.isBusy}>
          {texts.addGroup}
        </Button>
        <Button variant="default" onClick={close}>
          {shared.cancel}
        </Button>
      </Group>
    </form>
  )
}

export function EditGroup({ groupId }: { readonly groupId: string }) {
  const { data } = useAnswer('GET /pickup-groups/{groupId}', [{ path: { groupId } }])
  return data === undefined ? <Skeleton height={60} /> : <Edited group={data} />
}

function Edited({ group }: { readonly group: PickupGroup }) {
  const change = useChange('PATCH /pickup-groups/{groupId}', REFRESHED)
  const form = useGroupForm(valuesOf(group))
  const submit = useEdit({
    ...{ form, thing: group, valuesOf, byCode: NAME_TAKEN },
    save: (body, ifMatch) => change.mutateAsync([{ path: { groupId: group.id }, body, ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <Fields form={form} />
    </FormFrame>
  )
}

function Fields({ form }: { readonly form: UseFormReturnType<Values> }) {
  const texts = useTexts(pickupTexts)
  return (
    <Stack gap="sm">
      <TextInput label={texts.name} required maxLength={100} {...form.getInputProps('name')} />
      <ExtensionsField
        label={texts.members}
        value={form.values.members}
        onChange={(members) => form.setFieldValue('members', members)}
        error={form.errors.members}
      />
    </Stack>
  )
}
