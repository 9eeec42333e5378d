import { NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core'
import { TargetSelect } from '../../shared/destinations/target-select.tsx'
import { useTexts } from '../../shared/language.tsx'
import type { QueueForm } from './agents-step.tsx'
import { ANSWERS, REPEATED } from './queue.ts'
import { queueTexts } from './texts.ts'

const EVERY_SECONDS = 60

/** What callers and agents are told. */
export function HearsStep({ form }: { readonly form: QueueForm }) {
  const texts = useTexts(queueTexts)
  const { greeting, greetingAnnouncement } = form.values.settings
  const choose = (targetId: string | null): void =>
    form.setFieldValue('settings.greetingAnnouncement', targetId === null ? null : { kind: 'announcement', targetId })
  return (
    <Stack maw={760}>
      <Select
        label={texts.answer}
        data={ANSWERS.map((value) => ({ value, label: texts[value] }))}
        allowDeselect={false}
        {...form.getInputProps('settings.answer')}
      />
      <Switch label={texts.greeting} {...form.getInputProps('settings.greeting', { type: 'checkbox' })} />
      {greeting ? (
        <TargetSelect
          kind="announcement"
          label={texts.greetingAnnouncement}
          value={greetingAnnouncement?.targetId ?? null}
          onChange={choose}
          clearable
        />
      ) : null}
      {REPEATED.map((each) => (
        <Repeated key={each} form={form} each={each} />
      ))}
      <TextInput label={texts.callback} description={texts.callbackHint} maxLength={1} maw={400} {...form.getInputProps('callbackKey')} />
      <Switch label={texts.announceToAgent} {...form.getInputProps('settings.announceToAgent', { type: 'checkbox' })} />
    </Stack>
  )
}

function Repeated({ form, each }: { readonly form: QueueForm; readonly each: (typeof REPEATED)[number] }) {
  const texts = useTexts(queueTexts)
  const times = form.values.settings.announcements[each]
  const path = `settings.announcements.${each}`
  const set = (everySeconds: number | undefined): void =>
    form.setFieldValue(path, everySeconds === undefined ? null : { firstSeconds: times?.firstSeconds ?? everySeconds, everySeconds })
  return (
    <Stack gap="xs">
      <Switch
        label={texts[each]}
        checked={times !== null}
        onChange={({ currentTarget }) => set(currentTarget.checked ? EVERY_SECONDS : undefined)}
      />
      {times === null ? null : (
        <NumberInput
          label={`${texts[each]}, ${texts.everySeconds}`}
          min={5}
          max={3_600}
          maw={400}
          hideControls
          value={times.everySeconds}
          onChange={(value) => set(typeof value === 'number' ? value : EVERY_SECONDS)}
          error={form.errors[`${path}.everySeconds`]}
        />
      )}
    </Stack>
  )
}
