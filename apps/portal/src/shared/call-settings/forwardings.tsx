import { ActionIcon, Button, Fieldset, Group, NumberInput, Select, Stack, Switch, Text, Title } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { ArrowUp, Plus, Trash2 } from 'lucide-react'
import { DestinationField } from '../destinations/destination-field.tsx'
import { TargetSelect } from '../destinations/target-select.tsx'
import { useTexts } from '../language.tsx'
import { callSettingsTexts } from './call-settings-texts.ts'
import { FORWARD_CALLERS, FORWARD_WHEN, type ForwardingDraft, newForwarding, type SettingsValues } from './settings.ts'

interface ForwardingsProps {
  readonly form: UseFormReturnType<SettingsValues>
}

/** Where calls go instead, in the order in which it is tried. */
export function Forwardings({ form }: ForwardingsProps) {
  const texts = useTexts(callSettingsTexts)
  const { forwardings } = form.values
  return (
    <Stack>
      <div>
        <Title order={2} size="h4">
          {texts.forwardings}
        </Title>
        <Text size="sm" c="dimmed">
          {forwardings.length === 0 ? texts.noForwardings : texts.forwardingsHint}
        </Text>
      </div>
      {forwardings.map((forwarding, index) => (
        <ForwardingFields key={forwarding.key} form={form} forwarding={forwarding} index={index} />
      ))}
      <Button
        variant="default"
        leftSection={<Plus size={16} aria-hidden />}
        onClick={() => form.insertListItem('forwardings', newForwarding())}
        style={{ alignSelf: 'flex-start' }}
      >
        {texts.addForwarding}
      </Button>
    </Stack>
  )
}

interface ForwardingFieldsProps extends ForwardingsProps {
  readonly forwarding: ForwardingDraft
  readonly index: number
}

function ForwardingFields({ form, forwarding, index }: ForwardingFieldsProps) {
  const texts = useTexts(callSettingsTexts)
  const path = `forwardings.${index}`
  const when = FORWARD_WHEN.map((value) => ({ value, label: texts[value] }))
  const callers = FORWARD_CALLERS.map((value) => ({ value, label: texts[value] }))
  return (
    <Fieldset legend={texts.numbered(index + 1)}>
      <Stack gap="sm">
        <Group grow align="flex-end">
          <Select label={texts.when} data={when} allowDeselect={false} {...form.getInputProps(`${path}.when`)} />
          <Select label={texts.callers} data={callers} allowDeselect={false} {...form.getInputProps(`${path}.callers`)} />
          {forwarding.when === 'no-answer' ? <After form={form} path={path} seconds={forwarding.afterSeconds} /> : null}
        </Group>
        <DestinationField
          label={texts.to}
          value={forwarding.to}
          onChange={(to) => form.setFieldValue(`${path}.to`, to)}
          error={form.errors[`${path}.to`] ?? form.errors[`${path}.to.number`]}
        />
        <During form={form} path={path} during={forwarding.during} />
        <Group justify="space-between">
          <Switch label={texts.active} {...form.getInputProps(`${path}.active`, { type: 'checkbox' })} />
          <Group gap="xs">
            {index === 0 ? null : (
              <ActionIcon
                variant="default"
                aria-label={`${texts.up}: ${texts.numbered(index + 1)}`}
                onClick={() => form.reorderListItem('forwardings', { from: index, to: index - 1 })}
              >
                <ArrowUp size={16} aria-hidden />
              </ActionIcon>
            )}
            <ActionIcon
              variant="default"
              aria-label={`${texts.remove}: ${texts.numbered(index + 1)}`}
              onClick={() => form.removeListItem('forwardings', index)}
            >
              <Trash2 size={16} aria-hidden />
            </ActionIcon>
          </Group>
        </Group>
      </Stack>
    </Fieldset>
  )
}

function After({ form, path, seconds }: ForwardingsProps & { readonly path: string; readonly seconds: number | null }) {
  const texts = useTexts(callSettingsTexts)
  return (
    <NumberInput
      label={texts.after}
      min={5}
      max={180}
      hideControls
      value={seconds ?? ''}
      onChange={(value) => form.setFieldValue(`${path}.afterSeconds`, typeof value === 'number' ? value : null)}
      error={form.errors[`${path}.afterSeconds`]}
    />
  )
}

function During({ form, path, during }: ForwardingsProps & { readonly path: string; readonly during: ForwardingDraft['during'] }) {
  const texts = useTexts(callSettingsTexts)
  const choose = (targetId: string | null): void =>
    form.setFieldValue(`${path}.during`, targetId === null ? null : { schedule: { kind: 'schedule', targetId }, is: during?.is ?? 'open' })
  const states = (['open', 'closed'] as const).map((value) => ({ value, label: texts[value] }))
  return (
    <Group grow align="flex-end">
      <TargetSelect kind="schedule" label={texts.during} value={during?.schedule.targetId ?? null} onChange={choose} clearable />
      {during === null ? null : (
        <Select aria-label={texts.during} data={states} allowDeselect={false} {...form.getInputProps(`${path}.during.is`)} />
      )}
    </Group>
  )
}
