import { Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useTexts } from '../../shared/language.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { ExceptionFields } from './exception-fields.tsx'
import { HolidayFields } from './holiday-fields.tsx'
import { parseHours } from './hours.ts'
import type { ScheduleValues } from './schedule.ts'
import { scheduleTexts } from './texts.ts'
import { WeekFields } from './week-fields.tsx'

export function useScheduleForm(initialValues: ScheduleValues): UseFormReturnType<ScheduleValues> {
  const texts = useTexts(scheduleTexts)
  const shared = useTexts(sharedTexts)
  const hours = (written: string): string | null => (parseHours(written) === undefined ? texts.hoursWrong : null)
  const filled = (written: string): string | null => (written.trim() === '' ? shared.required : null)
  return useForm<ScheduleValues>({
    initialValues,
    validate: {
      name: filled,
      week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours },
      holidayHours: hours,
      specialDays: { name: filled, from: filled, hours },
    },
  })
}

export function ScheduleFields({ form }: { readonly form: UseFormReturnType<ScheduleValues> }) {
  const texts = useTexts(scheduleTexts)
  return (
    <Stack gap="xl" maw={760}>
      <TextInput label={texts.name} required maxLength={100} {...form.getInputProps('name')} />
      <WeekFields form={form} />
      <HolidayFields form={form} />
      <ExceptionFields form={form} />
    </Stack>
  )
}
