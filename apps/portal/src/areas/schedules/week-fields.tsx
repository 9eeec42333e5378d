import { Button, Stack, Text, TextInput, Title } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTexts } from '../../shared/language.tsx'
import { WEEKDAYS } from './hours.ts'
import type { ScheduleValues } from './schedule.ts'
import { scheduleTexts } from './texts.ts'
import { WeekPicture } from './week-picture.tsx'

/** The hours of each weekday: written on one line, drawn below. */
export function WeekFields({ form }: { readonly form: UseFormReturnType<ScheduleValues> }) {
  const texts = useTexts(scheduleTexts)
  const { week } = form.values
  const copy = (): void => {
    const { mon } = week
    form.setFieldValue('week', { ...week, tue: mon, wed: mon, thu: mon, fri: mon })
  }
  return (
    <Stack gap="xs">
      <div>
        <Title order={2} size="h4">
          {texts.week}
        </Title>
        <Text size="sm" c="dimmed">
          {texts.weekHint}
        </Text>
      </div>
      {WEEKDAYS.map((day) => (
        <TextInput key={day} label={texts[day]} placeholder={texts.closed} {...form.getInputProps(`week.${day}`)} />
      ))}
      <Button variant="default" style={{ alignSelf: 'flex-start' }} maw="100%" onClick={copy}>
        {texts.copyMonday}
      </Button>
      <WeekPicture week={week} />
    </Stack>
  )
}
