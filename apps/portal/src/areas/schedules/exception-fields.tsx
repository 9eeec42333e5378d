import { ActionIcon, Button, Checkbox, Fieldset, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { Plus, Trash2 } from 'lucide-react'
import { useTexts } from '../../shared/language.tsx'
import { newSpecialDay, type ScheduleValues } from './schedule.ts'
import { scheduleTexts } from './texts.ts'

interface ExceptionFieldsProps {
  readonly form: UseFormReturnType<ScheduleValues>
}

/** Days that go before holidays and the week. */
export function ExceptionFields({ form }: ExceptionFieldsProps) {
  const texts = useTexts(scheduleTexts)
  return (
    <Stack gap="xs">
      <div>
        <Title order={2} size="h4">
          {texts.exceptions}
        </Title>
        <Text size="sm" c="dimmed">
          {texts.exceptionsHint}
        </Text>
      </div>
      {form.values.specialDays.map(({ key }, index) => (
        <Exception key={key} form={form} index={index} />
      ))}
      <Button
        variant="default"
        leftSection={<Plus size={16} aria-hidden />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => form.insertListItem('specialDays', newSpecialDay())}
      >
        {texts.addException}
      </Button>
    </Stack>
  )
}

function Exception({ form, index }: ExceptionFieldsProps & { readonly index: number }) {
  const texts = useTexts(scheduleTexts)
  const path = `specialDays.${index}`
  return (
    <Fieldset legend={texts.exception(index + 1)}>
      <Stack gap="xs">
        <TextInput label={texts.name} required maxLength={100} {...form.getInputProps(`${path}.name`)} />
        <Group grow align="flex-start">
          <TextInput type="date" label={texts.from} required {...form.getInputProps(`${path}.from`)} />
          <TextInput type="date" label={texts.to} {...form.getInputProps(`${path}.to`)} />
        </Group>
        <TextInput label={texts.hours} placeholder={texts.closed} {...form.getInputProps(`${path}.hours`)} />
        <Group justify="space-between">
          <Checkbox label={texts.everyYear} {...form.getInputProps(`${path}.everyYear`, { type: 'checkbox' })} />
          <ActionIcon
            variant="default"
            aria-label={`${texts.removeException}: ${index + 1}`}
            onClick={() => form.removeListItem('specialDays', index)}
          >
            <Trash2 size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </Stack>
    </Fieldset>
  )
}
