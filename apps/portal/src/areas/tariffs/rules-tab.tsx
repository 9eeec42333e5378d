import { Anchor, Button, Group, List, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Link } from 'wouter'
import { useAnswer } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { useBundleWords } from './bundle-words.ts'
import { type Draft, useDraftChange } from './draft-page.tsx'
import { Holidays } from './holidays.tsx'
import { PeriodForm } from './period-form.tsx'
import { ruleTexts } from './rule-texts.ts'
import { tariffTexts } from './texts.ts'

const WHERE = ['call', 'line'] as const
const MODES = ['half-up', 'half-even', 'up', 'down'] as const
const PRICE_AT = ['start', 'split'] as const
/** A period for the next day of the week that nobody has thought of. */
const NEW = { name: '', days: [], from: '08:00', until: '18:00' }

/** What holds for all zones of a draft: rounding, times of the week, holidays, bundles. */
export function RulesTab({ draft }: { readonly draft: Draft }) {
  const texts = useTexts(ruleTexts)
  const { language } = useLanguage()
  const mayChange = useMayChange()
  const { data } = useAnswer('GET /tariff-drafts/{draftId}/faults', [{ path: { draftId: draft.id } }])
  const { periods } = draft.facts
  const at = (pointer: string) =>
    (data?.faults ?? []).filter((fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`))
  return (
    <Stack>
      <Charging key={`charging ${draft.revision}`} draft={draft} />
      <Section title={texts.periods} about={texts.periodsAbout}>
        {periods.length === 0 ? <Text size="sm">{texts.noPeriods}</Text> : null}
      </Section>
      {periods.map((period, index) => (
        <PeriodForm key={`${period.name} ${draft.revision}`} draft={draft} period={period} faults={at(`/periods/${index}`)} />
      ))}
      {mayChange ? <PeriodForm key={`new ${draft.revision}`} draft={draft} period={NEW} faults={[]} isNew={true} /> : null}
      <Holidays draft={draft} faults={at('/holidays').map(({ text }) => text[language])} />
      <Bundles draft={draft} />
    </Stack>
  )
}

/** Increment, rounding, and which price holds when the time changes. */
function Charging({ draft }: { readonly draft: Draft }) {
  const texts = useTexts({ ...tariffTexts, ...ruleTexts })
  const shared = useTexts(sharedTexts)
  const { done } = useNotices()
  const change = useDraftChange()
  const mayChange = useMayChange()
  const { increment, rounding, priceAt } = draft.facts
  const form = useForm({
    initialValues: { increment: `${increment.firstSeconds}/${increment.thenSeconds}`, where: rounding.where, mode: rounding.mode, priceAt },
    validate: { increment: (text) => (/^\d{1,5}\/\d{1,5}$/.test(text.trim()) ? null : texts.incrementWrong) },
  })
  const submit = useSubmit(form, async ({ where, mode, priceAt: at, increment: text }) => {
    const [firstSeconds = 0, thenSeconds = 0] = text.trim().split('/').map(Number)
    await change.save(draft, [
      { kind: 'set-increment', increment: { firstSeconds, thenSeconds } },
      { kind: 'set-rounding', rounding: { where, mode } },
      { kind: 'set-price-at', priceAt: at },
    ])
    done(shared.saved)
  })
  const choices = <Value extends keyof typeof texts>(values: readonly Value[]) =>
    values.map((value) => ({ value, label: String(texts[value]) }))
  return (
    <Section title={texts.charging}>
      <form onSubmit={submit.onSubmit} noValidate>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label={texts.increment} required {...form.getInputProps('increment')} />
            <Select label={texts.roundedAt} allowDeselect={false} data={choices(WHERE)} {...form.getInputProps('where')} />
            <Select label={texts.roundedHow} allowDeselect={false} data={choices(MODES)} {...form.getInputProps('mode')} />
            <Select label={texts.priceAt} allowDeselect={false} data={choices(PRICE_AT)} {...form.getInputProps('priceAt')} />
          </SimpleGrid>
          {mayChange ? (
            <Group>
              <Button type="submit" variant="default" loading={submit.isBusy}>
                {texts.saveCharging}
              </Button>
            </Group>
          ) : null}
        </Stack>
      </form>
    </Section>
  )
}

function Bundles({ draft: { id, facts } }: { readonly draft: Draft }) {
  const texts = useTexts(ruleTexts)
  const { language } = useLanguage()
  const mayChange = useMayChange()
  const wordsOf = useBundleWords()
  return (
    <Section title={texts.bundles} about={texts.bundlesAbout}>
      {facts.bundles.length === 0 ? <Text size="sm">{texts.noBundles}</Text> : null}
      <List size="sm">
        {facts.bundles.map((bundle) => (
          <List.Item key={bundle.id}>
            <Anchor component={Link} href={`/drafts/${id}/bundles/${bundle.id}`} size="sm" underline="always">
              {bundle.name[language]}
            </Anchor>
            {`: ${wordsOf(bundle).join(', ')}`}
          </List.Item>
        ))}
      </List>
      {mayChange ? (
        <Group>
          <Button component={Link} href={`/drafts/${id}/bundles`} variant="default">
            {texts.newBundle}
          </Button>
        </Group>
      ) : null}
    </Section>
  )
}
