import { Group, NumberInput, Radio, Select, Stack, Switch } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { DestinationField } from '../../shared/destinations/destination-field.tsx'
import { NumbersInput } from '../../shared/destinations/numbers-input.tsx'
import { TargetSelect } from '../../shared/destinations/target-select.tsx'
import { NameFields, useNameRules } from '../../shared/editing/name-fields.tsx'
import { useTexts } from '../../shared/language.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { MembersField } from '../../shared/team/members-field.tsx'
import { GREETINGS, type RingGroupValues, ROUND_ROBINS, STRATEGIES } from './ring-group.ts'
import { ringGroupTexts } from './texts.ts'

interface FieldsProps {
  readonly form: UseFormReturnType<RingGroupValues>
}

export function useRingGroupForm(initialValues: RingGroupValues): UseFormReturnType<RingGroupValues> {
  const shared = useTexts(sharedTexts)
  const rules = useNameRules()
  return useForm<RingGroupValues>({
    initialValues,
    validate: {
      ...rules,
      settings: { overflow: (to, { hasOverflow }) => (hasOverflow && to === null ? shared.required : null) },
    },
  })
}

/** All of a ring group: who, how, and what if nobody answers. */
export function RingGroupFields({ form }: FieldsProps) {
  return (
    <Stack gap="xl" maw={760}>
      <NameFields form={form} />
      <MembersField value={form.values.members} onChange={(members) => form.setFieldValue('members', members)} />
      <Ringing form={form} />
      <Greeting form={form} />
      <Otherwise form={form} />
    </Stack>
  )
}

function Ringing({ form }: FieldsProps) {
  const texts = useTexts(ringGroupTexts)
  const { strategy } = form.values.settings
  return (
    <Stack>
      <Radio.Group label={texts.rings} {...form.getInputProps('settings.strategy')}>
        <Stack gap="xs" mt="xs">
          {STRATEGIES.map((each) => (
            <Radio key={each} value={each} label={texts[each]} description={texts[`${each}Hint`]} />
          ))}
        </Stack>
      </Radio.Group>
      {strategy === 'round-robin' ? (
        <Select
          label={texts.roundRobin}
          data={ROUND_ROBINS.map((value) => ({ value, label: texts[value] }))}
          allowDeselect={false}
          {...form.getInputProps('settings.roundRobin')}
        />
      ) : null}
      <Group grow>
        <NumberInput label={texts.ringSeconds} min={5} max={600} hideControls {...form.getInputProps('settings.ringSeconds')} />
        {strategy === 'simultaneous' ? null : (
          <NumberInput label={texts.memberSeconds} min={5} max={600} hideControls {...form.getInputProps('settings.memberSeconds')} />
        )}
      </Group>
      <NumbersInput
        label={texts.outside}
        description={texts.outsideHint}
        value={[...form.values.settings.outsideMembers]}
        onChange={(numbers) => form.setFieldValue('settings.outsideMembers', numbers)}
        error={Object.entries(form.errors).find(([path]) => path.startsWith('settings.outsideMembers'))?.[1]}
      />
    </Stack>
  )
}

function Greeting({ form }: FieldsProps) {
  const texts = useTexts(ringGroupTexts)
  const { greeting, greetingAnnouncement } = form.values.settings
  const choose = (targetId: string | null): void =>
    form.setFieldValue('settings.greetingAnnouncement', targetId === null ? null : { kind: 'announcement', targetId })
  return (
    <Group grow align="flex-end">
      <Select
        label={texts.greeting}
        data={GREETINGS.map((value) => ({ value, label: texts[value] }))}
        allowDeselect={false}
        {...form.getInputProps('settings.greeting')}
      />
      {greeting === 'none' ? null : (
        <TargetSelect
          kind="announcement"
          label={texts.greetingAnnouncement}
          value={greetingAnnouncement?.targetId ?? null}
          onChange={choose}
          clearable
        />
      )}
    </Group>
  )
}

function Otherwise({ form }: FieldsProps) {
  const texts = useTexts(ringGroupTexts)
  const { maxCallers, overflow } = form.values.settings
  return (
    <Stack>
      <Switch label={texts.hasOverflow} description={texts.overflowHint} {...form.getInputProps('hasOverflow', { type: 'checkbox' })} />
      {form.values.hasOverflow ? (
        <DestinationField
          label={texts.overflow}
          value={overflow}
          onChange={(to) => form.setFieldValue('settings.overflow', to)}
          error={form.errors['settings.overflow'] ?? form.errors['settings.overflow.number']}
        />
      ) : null}
      <NumberInput
        label={texts.maxCallers}
        description={texts.maxCallersHint}
        min={1}
        max={1000}
        hideControls
        value={maxCallers ?? ''}
        onChange={(value) => form.setFieldValue('settings.maxCallers', typeof value === 'number' ? value : null)}
        error={form.errors['settings.maxCallers']}
      />
    </Stack>
  )
}
