import { Alert, Button, Group, List, MultiSelect, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { Answer } from '../../api/operation.ts'
import { useChange } from '../../api/queries.ts'
import { e164Of, isE164 } from '../../shared/destinations/phone-number.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { priceText } from './amounts.ts'
import type { Bundle } from './bundle-words.ts'
import { ruleTexts } from './rule-texts.ts'
import { tariffTexts } from './texts.ts'
import type { Source } from './zone.ts'

type Trial = Answer<'POST /tariff-trials'>
const ORIGINS = ['own', 'forwarded', 'call-back'] as const
const SECONDS_PER_MINUTE = 60
const MEDIA = ['voice', 'fax', 'data'] as const

/** "What does a call to this number cost on Saturday at 14:00?", with the rule that says so. */
export function TryIt({ source, bundles }: { readonly source: Source; readonly bundles: readonly Bundle[] }) {
  const texts = useTexts(tariffTexts)
  const rules = useTexts(ruleTexts)
  const { language } = useLanguage()
  const [trial, setTrial] = useState<Trial>()
  const ask = useChange('POST /tariff-trials', { refreshes: [] })
  const form = useForm({
    initialValues: {
      ...{ called: '', day: new Date().toISOString().slice(0, 10), time: '14:00', seconds: 60 as number | string },
      ...{ origin: 'own' as (typeof ORIGINS)[number], medium: 'voice' as (typeof MEDIA)[number] },
      ...{ booked: [] as string[], seats: 1 as number | string, used: 0 as number | string },
    },
    validate: { called: (called) => (isE164(e164Of(called)) ? null : texts.numberWrong) },
    onValuesChange: () => setTrial(undefined),
  })
  const submit = useSubmit(form, async ({ called, day, time, seconds, origin, medium, booked, seats, used }) => {
    const call = { called: e164Of(called), at: `${day}T${time}`, seconds: Number(seconds), origin, medium }
    const usedSeconds = Math.round(Number(used) * SECONDS_PER_MINUTE)
    const has = { bundles: booked.map((id) => ({ id, usedSeconds })), seats: Number(seats) }
    setTrial(await ask.mutateAsync([{ body: { by: source, ...call, ...has } }]))
  })
  return (
    <Section title={texts.tryIt} about={texts.tryItAbout}>
      <form onSubmit={submit.onSubmit} noValidate>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            <TextInput label={texts.called} placeholder="0176 12345678" required {...form.getInputProps('called')} />
            <TextInput type="date" label={texts.day} {...form.getInputProps('day')} />
            <TextInput type="time" label={texts.time} {...form.getInputProps('time')} />
            <NumberInput label={texts.seconds} min={1} max={86_400} {...form.getInputProps('seconds')} />
            <Select
              label={texts.origin}
              allowDeselect={false}
              data={ORIGINS.map((value) => ({ value, label: texts[value] }))}
              {...form.getInputProps('origin')}
            />
            <Select
              label={texts.medium}
              allowDeselect={false}
              data={MEDIA.map((value) => ({ value, label: texts[value] }))}
              {...form.getInputProps('medium')}
            />
            {bundles.length === 0 ? null : (
              <>
                <MultiSelect
                  label={rules.triedBundles}
                  placeholder={rules.noneBooked}
                  data={bundles.map(({ id, name }) => ({ value: id, label: name[language] }))}
                  {...form.getInputProps('booked')}
                />
                <NumberInput label={rules.triedSeats} min={1} max={100_000} {...form.getInputProps('seats')} />
                <NumberInput label={rules.triedUsed} min={0} {...form.getInputProps('used')} />
              </>
            )}
          </SimpleGrid>
          <Group>
            <Button type="submit" variant="default" loading={submit.isBusy}>
              {texts.askPrice}
            </Button>
          </Group>
          {trial === undefined ? null : <Result trial={trial} />}
        </Stack>
      </form>
    </Section>
  )
}

function Result({ trial: { price, because } }: { readonly trial: Trial }) {
  const texts = useTexts(tariffTexts)
  const { language } = useLanguage()
  return (
    <Alert role="status" title={price === null ? texts.nothingCharged : texts.costs(priceText(price.amount, price.currency, language))}>
      <List size="sm">
        {because.map((sentence) => (
          <List.Item key={sentence.en}>{sentence[language]}</List.Item>
        ))}
      </List>
    </Alert>
  )
}
