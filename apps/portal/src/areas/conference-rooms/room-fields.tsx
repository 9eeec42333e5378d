import { Checkbox, Group, NumberInput, Stack, Switch, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { NameFields, useNameRules } from '../../shared/editing/name-fields.tsx'
import { useTexts } from '../../shared/language.tsx'
import type { RoomValues } from './room.ts'
import { conferenceTexts } from './texts.ts'

/** At which field a problem without one is shown. */
export const ROOM_PROBLEM_FIELDS = { 'conference-pins-alike': 'moderatorPin', 'conference-needs-moderator': 'moderatorPin' }

export function useRoomForm(initialValues: RoomValues): UseFormReturnType<RoomValues> {
  const texts = useTexts(conferenceTexts)
  const rules = useNameRules()
  const pin = (written: string): string | null => (/^(\d{4,10})?$/.test(written) ? null : texts.pinWrong)
  return useForm<RoomValues>({ initialValues, validate: { ...rules, participantPin: pin, moderatorPin: pin } })
}

interface RoomFieldsProps {
  readonly form: UseFormReturnType<RoomValues>
  readonly hasParticipantPin?: boolean
  readonly hasModeratorPin?: boolean
}

export function RoomFields({ form, hasParticipantPin = false, hasModeratorPin = false }: RoomFieldsProps) {
  const texts = useTexts(conferenceTexts)
  const bind = (name: 'waitForModerator' | 'endsWithModerator' | 'entryTones' | 'announceCount' | 'announceNames') => ({
    label: texts[name],
    ...form.getInputProps(name, { type: 'checkbox' }),
  })
  return (
    <Stack maw={760}>
      <NameFields form={form} />
      <Group grow align="flex-start">
        <Pin form={form} which="participant" isSet={hasParticipantPin} />
        <Pin form={form} which="moderator" isSet={hasModeratorPin} />
      </Group>
      <NumberInput label={texts.maxMembers} min={2} max={99} hideControls maw={300} {...form.getInputProps('maxMembers')} />
      <Switch {...bind('waitForModerator')} description={texts.waitForModeratorHint} />
      <Switch {...bind('endsWithModerator')} />
      <Switch {...bind('entryTones')} />
      <Switch {...bind('announceCount')} />
      <Switch {...bind('announceNames')} description={texts.announceNamesHint} />
    </Stack>
  )
}

interface PinProps extends Pick<RoomFieldsProps, 'form'> {
  readonly which: 'participant' | 'moderator'
  readonly isSet: boolean
}

/** A PIN is written, never read. */
function Pin({ form, which, isSet }: PinProps) {
  const texts = useTexts(conferenceTexts)
  const gone = which === 'participant' ? 'noParticipantPin' : 'noModeratorPin'
  return (
    <Stack gap="xs">
      <TextInput
        label={texts[`${which}Pin`]}
        description={isSet ? texts.pinKept : texts.pinHint}
        inputMode="numeric"
        autoComplete="off"
        disabled={form.values[gone]}
        {...form.getInputProps(`${which}Pin`)}
      />
      {isSet ? <Checkbox label={texts.pinGone} {...form.getInputProps(gone, { type: 'checkbox' })} /> : null}
    </Stack>
  )
}
