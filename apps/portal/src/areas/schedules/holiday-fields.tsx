import { List, MultiSelect, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useAnswer } from '../../api/queries.ts'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { LAENDER, type Land, LOCAL_HOLIDAYS, type ScheduleValues } from './schedule.ts'
import { scheduleTexts } from './texts.ts'

const LANDS = Object.entries(LAENDER).map(([value, label]) => ({ value, label }))

/** Whose holidays count, and what is open then. */
export function HolidayFields({ form }: { readonly form: UseFormReturnType<ScheduleValues> }) {
  const texts = useTexts(scheduleTexts)
  const { land, local } = form.values
  const chooseLocal = (chosen: readonly string[]): void =>
    form.setFieldValue(
      'local',
      LOCAL_HOLIDAYS.filter((each) => chosen.includes(each)),
    )
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {texts.holidays}
      </Title>
      <Select
        label={texts.land}
        placeholder={texts.noLand}
        data={LANDS}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': texts.noLand }}
        {...form.getInputProps('land')}
      />
      {land === null ? null : (
        <>
          <MultiSelect
            label={texts.local}
            data={LOCAL_HOLIDAYS.map((value) => ({ value, label: texts[value] }))}
            value={[...local]}
            onChange={chooseLocal}
          />
          <TextInput label={texts.holidayHours} description={texts.holidayHoursHint} {...form.getInputProps('holidayHours')} />
          <HolidaysOfYear land={land} />
        </>
      )}
    </Stack>
  )
}

function HolidaysOfYear({ land }: { readonly land: Land }) {
  const texts = useTexts(scheduleTexts)
  const { language } = useLanguage()
  const format = useFormat()
  const year = new Date().getFullYear()
  const { data } = useAnswer('GET /holidays', [{ query: { land, year } }])
  return (
    <details>
      <summary>
        <Text span size="sm">
          {texts.holidaysOf(year)}
        </Text>
      </summary>
      <List size="sm">
        {(data?.items ?? []).map(({ date, title }) => (
          <List.Item key={date}>{`${format.date(date)}: ${title[language]}`}</List.Item>
        ))}
      </List>
    </details>
  )
}
