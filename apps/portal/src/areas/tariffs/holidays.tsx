import { Button, Group, NumberInput, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMayChange } from '../../session/may-change.tsx'
import { useMoney } from '../../shared/billing/use-money.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { type Draft, useDraftChange } from './draft-page.tsx'
import { ruleTexts } from './rule-texts.ts'

const FIRST_YEAR = 2020
const LAST_YEAR = 2099

/** Days that are holidays of a tariff: those of a year that are so all over Germany, and single ones. */
export function Holidays({ draft, faults }: { readonly draft: Draft; readonly faults: readonly string[] }) {
  const texts = useTexts(ruleTexts)
  const { day } = useMoney()
  const { failed } = useNotices()
  const change = useDraftChange()
  const mayChange = useMayChange()
  const { holidays } = draft.facts
  const remove = (gone: string): void => {
    const left = holidays.filter((date) => date !== gone)
    void change.save(draft, [{ kind: 'set-holidays', holidays: left }]).catch(failed)
  }
  return (
    <Section title={texts.holidays} about={texts.holidaysAbout}>
      {holidays.length === 0 ? <Text size="sm">{texts.noHolidays}</Text> : null}
      {faults.map((fault) => (
        <Text key={fault} c="red" size="sm" role="status">
          {fault}
        </Text>
      ))}
      <Group gap="xs">
        {holidays.map((date) =>
          mayChange ? (
            <Button key={date} size="compact-sm" variant="default" aria-label={texts.removeHoliday(day(date))} onClick={() => remove(date)}>
              {`${day(date)} ×`}
            </Button>
          ) : (
            <Text key={date} size="sm">
              {day(date)}
            </Text>
          ),
        )}
      </Group>
      {mayChange ? <AddHolidays key={draft.revision} draft={draft} /> : null}
    </Section>
  )
}

function AddHolidays({ draft }: { readonly draft: Draft }) {
  const texts = useTexts(ruleTexts)
  const shared = useTexts(sharedTexts)
  const change = useDraftChange()
  const one = useForm({ initialValues: { date: '' }, validate: { date: (date) => (date === '' ? shared.required : null) } })
  const year = useForm({ initialValues: { year: Number(draft.facts.validFrom.slice(0, 4)) || FIRST_YEAR } })
  const addOne = useSubmit(one, ({ date }) => change.save(draft, [{ kind: 'set-holidays', holidays: [...draft.facts.holidays, date] }]))
  const addYear = useSubmit(year, (values) => change.save(draft, [{ kind: 'add-public-holidays', year: Number(values.year) }]))
  return (
    <>
      <form onSubmit={addYear.onSubmit} noValidate>
        <Group align="flex-end">
          <NumberInput label={texts.year} min={FIRST_YEAR} max={LAST_YEAR} {...year.getInputProps('year')} />
          <Button type="submit" variant="default" loading={addYear.isBusy}>
            {texts.addYear}
          </Button>
        </Group>
      </form>
      <form onSubmit={addOne.onSubmit} noValidate>
        <Group align="flex-end">
          <TextInput type="date" label={texts.holidayDate} required {...one.getInputProps('date')} />
          <Button type="submit" variant="default" loading={addOne.isBusy}>
            {texts.addHoliday}
          </Button>
        </Group>
      </form>
    </>
  )
}
