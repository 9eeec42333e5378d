import { Group, NumberInput, Radio, Stack } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { NameFields, useNameRules } from '../../shared/editing/name-fields.tsx'
import { useTexts } from '../../shared/language.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { MembersField } from '../../shared/team/members-field.tsx'
import { type Elsewhere, type QueueValues, STRATEGIES } from './queue.ts'
import { queueTexts } from './texts.ts'

export type QueueForm = UseFormReturnType<QueueValues>

export function useQueueForm(initialValues: QueueValues): QueueForm {
  const texts = useTexts(queueTexts)
  const shared = useTexts(sharedTexts)
  const rules = useNameRules()
  const led =
    (when: Elsewhere) =>
    (to: unknown, { leads }: QueueValues): string | null =>
      leads[when] && to === null ? shared.required : null
  const settings = {
    whenClosed: led('whenClosed'),
    whenNoAgent: led('whenNoAgent'),
    whenAllBusy: led('whenAllBusy'),
    whenFull: led('whenFull'),
    afterMaxWait: led('afterMaxWait'),
  }
  const callbackKey = (key: string): string | null => (/^[0-9*#]?$/.test(key) ? null : texts.keyWrong)
  return useForm<QueueValues>({ initialValues, validate: { ...rules, settings, callbackKey } })
}

/** Who takes calls, and in which order they ring. */
export function AgentsStep({ form }: { readonly form: QueueForm }) {
  const texts = useTexts(queueTexts)
  const seconds = (name: 'agentSeconds' | 'retrySeconds' | 'wrapUpSeconds', min: number, max: number) => (
    <NumberInput label={texts[name]} min={min} max={max} miw={200} hideControls {...form.getInputProps(`settings.${name}`)} />
  )
  return (
    <Stack maw={760}>
      <NameFields form={form} />
      <MembersField value={form.values.members} onChange={(members) => form.setFieldValue('members', members)} />
      <Radio.Group label={texts.rings} {...form.getInputProps('settings.strategy')}>
        <Stack gap="xs" mt="xs">
          {STRATEGIES.map((each) => (
            <Radio key={each} value={each} label={texts[each]} description={texts[`${each}Hint`]} />
          ))}
        </Stack>
      </Radio.Group>
      <Group align="flex-end">
        {seconds('agentSeconds', 5, 120)}
        {seconds('retrySeconds', 0, 600)}
        {seconds('wrapUpSeconds', 0, 3_600)}
      </Group>
    </Stack>
  )
}
