import { Button, Group, MultiSelect, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { type Draft, useDraftChange } from './draft-page.tsx'
import { ruleTexts } from './rule-texts.ts'
import { tariffTexts } from './texts.ts'

type Period = Draft['facts']['periods'][number]
export type Fault = Answer<'GET /tariff-drafts/{draftId}/faults'>['faults'][number]

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'holiday'] as const
const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/

interface Props {
  readonly draft: Draft
  readonly period: Period
  /** What the check says of it: each stands at its field. */
  readonly faults: readonly Fault[]
  readonly isNew?: boolean
}

/** A time of the week, to which prices may be limited. */
export function PeriodForm({ draft, period, faults, isNew = false }: Props) {
  const texts = useTexts(ruleTexts)
  const { mon, tue, wed, thu, fri, sat, sun, holiday } = useTexts(tariffTexts)
  const days = { mon, tue, wed, thu, fri, sat, sun, holiday }
  const shared = useTexts(sharedTexts)
  const { language } = useLanguage()
  const { done, failed } = useNotices()
  const change = useDraftChange()
  const mayChange = useMayChange()
  const time = (text: string): string | null => (TIME.test(text.trim()) ? null : texts.timeWrong)
  const form = useForm({
    initialValues: { ...period, days: [...period.days] },
    validate: {
      ...{ name: (text: string) => (text.trim() === '' ? shared.required : null), from: time, until: time },
      days: (chosen) => (chosen.length === 0 ? shared.required : null),
    },
  })
  const submit = useSubmit(form, async ({ name, days: chosen, from, until }) => {
    const next = { name: name.trim(), days: chosen, from: from.trim(), until: until.trim() }
    await change.save(draft, [{ kind: 'set-period', period: next, ...(isNew ? {} : { was: period.name }) }])
    done(shared.saved)
  })
  const remove = (): void => {
    void change.save(draft, [{ kind: 'remove-period', period: period.name }]).catch(failed)
  }
  const at = (field: 'name' | 'days' | 'from' | 'until') => {
    const told = faults.find(({ pointer }) => pointer.endsWith(`/${field}`))?.text[language]
    return { ...form.getInputProps(field), error: form.errors[field] ?? told }
  }
  // An overlap is no fault of one field.
  const whole = faults.filter(({ pointer }) => /^\/periods\/\d+$/.test(pointer)).map(({ text }) => text[language])
  return (
    <Section title={isNew ? texts.newPeriod : texts.periodOf(period.name)} {...(whole.length > 0 && { about: whole.join(' ') })}>
      <form onSubmit={submit.onSubmit} noValidate>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label={texts.periodName} required maxLength={100} {...at('name')} />
            <MultiSelect label={texts.days} required data={DAYS.map((value) => ({ value, label: days[value] }))} {...at('days')} />
            <TextInput label={texts.from} description={texts.timeHint} required maxLength={5} {...at('from')} />
            <TextInput label={texts.until} description={texts.timeHint} required maxLength={5} {...at('until')} />
          </SimpleGrid>
          {mayChange ? (
            <Group>
              <Button type="submit" variant="default" loading={submit.isBusy}>
                {isNew ? texts.addPeriod : texts.savePeriod(period.name)}
              </Button>
              {isNew ? null : (
                <Button variant="light" color="red" onClick={remove}>
                  {texts.removePeriod(period.name)}
                </Button>
              )}
            </Group>
          ) : null}
        </Stack>
      </form>
    </Section>
  )
}
