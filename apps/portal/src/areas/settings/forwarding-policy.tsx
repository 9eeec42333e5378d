import { Radio, Skeleton, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { settingsTexts } from './texts.ts'

type Policy = Answer<'GET /call-policy'>

export function ForwardingPolicy() {
  const { data, error, refetch } = useAnswer('GET /call-policy', [{ query: useCustomer() }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={120} />
  return <Edited policy={data} />
}

function Edited({ policy }: { readonly policy: Policy }) {
  const texts = useTexts(settingsTexts)
  const query = useCustomer()
  const change = useChange('PATCH /call-policy', { refreshes: ['/call-policy'] })
  const form = useForm<Policy>({ initialValues: policy })
  const submit = useEdit({
    ...{ form, thing: policy, valuesOf: (read: Policy) => read },
    save: (body, ifMatch) => change.mutateAsync([{ query, body, ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <Radio.Group label={texts.forwarding} {...form.getInputProps('forwarding')}>
        <Stack gap="xs" mt="xs">
          <Radio value="hops" label={texts.hops} />
          <Radio value="agreed" label={texts.agreed} />
        </Stack>
      </Radio.Group>
    </FormFrame>
  )
}
