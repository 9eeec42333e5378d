import { NumberInput, Radio, Select, Skeleton, Stack, Switch } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { recordingTexts } from './texts.ts'

type RecordingPolicy = Answer<'GET /recording-policy'>

const CHANNELS: readonly RecordingPolicy['channels'][] = ['separate', 'mixed']
const AFTER: readonly RecordingPolicy['afterTransfer'][] = ['continue', 'end']

/** How calls are recorded, whoever begins it. */
export function Policy() {
  const texts = useTexts(recordingTexts)
  const { data, error, refetch } = useAnswer('GET /recording-policy', [{ query: useCustomer() }])
  return (
    <Section title={texts.policy}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={240} /> : null}
      {data === undefined ? null : <Edited policy={data} />}
    </Section>
  )
}

function Edited({ policy }: { readonly policy: RecordingPolicy }) {
  const texts = useTexts(recordingTexts)
  const query = useCustomer()
  const change = useChange('PATCH /recording-policy', { refreshes: ['/recording-policy'] })
  const form = useForm<RecordingPolicy>({ initialValues: policy })
  const submit = useEdit({
    ...{ form, thing: policy, valuesOf: (read: RecordingPolicy) => read },
    save: (body, ifMatch) => change.mutateAsync([{ query, body, ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <Stack>
        <Switch label={texts.onDemand} description={texts.onDemandHint} {...form.getInputProps('onDemand', { type: 'checkbox' })} />
        <Radio.Group label={texts.consent} {...form.getInputProps('consent')}>
          <Stack gap="xs" mt="xs">
            <Radio value="announce" label={texts.announce} />
            <Radio value="ask" label={texts.ask} />
          </Stack>
        </Radio.Group>
        <Switch label={texts.beep} {...form.getInputProps('beep', { type: 'checkbox' })} />
        <Select
          label={texts.channels}
          data={CHANNELS.map((value) => ({ value, label: texts[value] }))}
          allowDeselect={false}
          {...form.getInputProps('channels')}
        />
        <Select
          label={texts.afterTransfer}
          data={AFTER.map((value) => ({ value, label: texts[value] }))}
          allowDeselect={false}
          {...form.getInputProps('afterTransfer')}
        />
        <NumberInput
          label={texts.retentionDays}
          description={texts.retentionHint}
          min={1}
          hideControls
          {...form.getInputProps('retentionDays')}
        />
      </Stack>
    </FormFrame>
  )
}
