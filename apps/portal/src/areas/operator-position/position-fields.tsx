import { NumberInput, Select, Stack, Switch } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import type { DestinationKind } from '../../shared/destinations/destination.ts'
import { DestinationField } from '../../shared/destinations/destination-field.tsx'
import { TargetSelect } from '../../shared/destinations/target-select.tsx'
import { NameFields, useNameRules } from '../../shared/editing/name-fields.tsx'
import { useTexts } from '../../shared/language.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import type { PositionValues } from './position.ts'
import { operatorTexts } from './texts.ts'

interface FieldsProps {
  readonly form: UseFormReturnType<PositionValues>
}

/** Phones, groups and queues can be the operators. */
const DAY_KINDS: readonly DestinationKind[] = ['extension', 'group', 'queue']

export function usePositionForm(initialValues: PositionValues): UseFormReturnType<PositionValues> {
  const { required } = useTexts(sharedTexts)
  return useForm<PositionValues>({
    initialValues,
    validate: {
      ...useNameRules(),
      day: (to) => (to === null ? required : null),
      night: (to, { hasNight }) => (hasNight && to === null ? required : null),
      overflow: (to, { hasOverflow }) => (hasOverflow && to === null ? required : null),
    },
  })
}

export function PositionFields({ form }: FieldsProps) {
  const texts = useTexts(operatorTexts)
  return (
    <Stack>
      <NameFields form={form} />
      <Select
        label={texts.mode}
        data={(['automatic', 'day', 'night'] as const).map((value) => ({ value, label: texts[value] }))}
        allowDeselect={false}
        {...form.getInputProps('mode')}
      />
      <DestinationField
        label={texts.dayTarget}
        kinds={DAY_KINDS}
        value={form.values.day}
        onChange={(to) => form.setFieldValue('day', to)}
        error={form.errors.day}
      />
      <Night form={form} />
      <Ringing form={form} />
    </Stack>
  )
}

function Night({ form }: FieldsProps) {
  const texts = useTexts(operatorTexts)
  return (
    <>
      <Switch label={texts.hasNight} {...form.getInputProps('hasNight', { type: 'checkbox' })} />
      {form.values.hasNight ? (
        <DestinationField
          label={texts.nightTarget}
          value={form.values.night}
          onChange={(to) => form.setFieldValue('night', to)}
          error={form.errors.night ?? form.errors['night.number']}
        />
      ) : null}
      <TargetSelect
        kind="schedule"
        label={texts.hours}
        value={form.values.hours}
        onChange={(id) => form.setFieldValue('hours', id)}
        error={form.errors.hours}
        clearable
      />
    </>
  )
}

function Ringing({ form }: FieldsProps) {
  const texts = useTexts(operatorTexts)
  return (
    <>
      <Select
        label={texts.greeting}
        data={[
          { value: 'none', label: texts.noGreeting },
          { value: 'before-answer', label: texts.beforeAnswer },
          { value: 'answered', label: texts.answered },
        ]}
        allowDeselect={false}
        {...form.getInputProps('greeting')}
      />
      <NumberInput label={texts.ringSeconds} min={5} max={300} hideControls {...form.getInputProps('ringSeconds')} />
      <Switch label={texts.hasOverflow} {...form.getInputProps('hasOverflow', { type: 'checkbox' })} />
      {form.values.hasOverflow ? (
        <DestinationField
          label={texts.overflow}
          value={form.values.overflow}
          onChange={(to) => form.setFieldValue('overflow', to)}
          error={form.errors.overflow ?? form.errors['overflow.number']}
        />
      ) : null}
      <NumberInput label={texts.returnSeconds} min={5} max={300} hideControls {...form.getInputProps('returnSeconds')} />
      <Select
        label={texts.switchedBy}
        data={(['operators', 'everyone'] as const).map((value) => ({ value, label: texts[value] }))}
        allowDeselect={false}
        {...form.getInputProps('switchedBy')}
      />
    </>
  )
}
