import {
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  SimpleGrid,
  Skeleton,
  Stack,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import { useAnswer } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { bundleOf, valuesOf } from './bundle-values.ts'
import type { Bundle } from './bundle-words.ts'
import { type Draft, useDraftChange } from './draft-page.tsx'
import type { Fault } from './period-form.tsx'
import { ruleTexts } from './rule-texts.ts'
import { tariffTexts } from './texts.ts'

const KINDS = ['geographic', 'mobile', 'freephone', 'special', 'network'] as const
const ORIGINS = ['own', 'forwarded', 'call-back'] as const
const MEDIA = ['voice', 'fax', 'data'] as const
const OF = ['customer', 'seats', 'each-seat'] as const
const EXAMPLE = 'free-minutes'
/** Zones that are offered; any other one can be written. */
const OFFERED = 200

/** Included minutes or a flat rate of a draft, with its conditions (BIL-04). `bundleId` absent: a new one. */
export function BundlePage({ draftId, bundleId }: { readonly draftId: string; readonly bundleId?: string }) {
  const texts = useTexts(ruleTexts)
  const { language } = useLanguage()
  const { data, error, refetch } = useAnswer('GET /tariff-drafts/{draftId}', [{ path: { draftId } }])
  const { data: checked } = useAnswer('GET /tariff-drafts/{draftId}/faults', [{ path: { draftId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  const at = data.facts.bundles.findIndex(({ id }) => id === bundleId)
  const bundle = data.facts.bundles[at]
  if (bundleId !== undefined && bundle === undefined) return <Page title={texts.noSuchBundle}>{null}</Page>
  const own = (checked?.faults ?? []).filter(({ pointer }) => pointer === `/bundles/${at}` || pointer.startsWith(`/bundles/${at}/`))
  return (
    <Page title={bundle?.name[language] ?? texts.newBundle} about={texts.bundleAbout}>
      <BundleForm key={data.revision} draft={data} bundle={bundle} faults={own} />
    </Page>
  )
}

interface FormProps {
  readonly draft: Draft
  readonly bundle: Bundle | undefined
  readonly faults: readonly Fault[]
}

function BundleForm({ draft, bundle, faults }: FormProps) {
  const texts = useTexts(ruleTexts)
  const words = useTexts(tariffTexts)
  const shared = useTexts(sharedTexts)
  const { language } = useLanguage()
  const { done, failed } = useNotices()
  const [, go] = useLocation()
  const change = useDraftChange()
  const mayChange = useMayChange()
  const { data: zones } = useAnswer('GET /tariff-drafts/{draftId}/zones', [{ path: { draftId: draft.id }, query: { limit: OFFERED } }])
  const needed = (text: string): string | null => (text.trim() === '' ? shared.required : null)
  const chosen = (list: readonly string[]): string | null => (list.length === 0 ? shared.required : null)
  const form = useForm({
    initialValues: valuesOf(bundle),
    validate: {
      id: (id) => (/^[a-z0-9][a-z0-9-]{0,59}$/.test(id) ? null : words.idWrong),
      ...{ de: needed, en: needed, origins: chosen, media: chosen },
      zones: (list, { kinds }) => (list.length + kinds.length === 0 ? texts.nowhere : null),
    },
  })
  const submit = useSubmit(form, async (values) => {
    await change.save(draft, [{ kind: 'set-bundle', bundle: bundleOf(values) }])
    done(shared.saved)
    if (bundle === undefined) go(`/drafts/${draft.id}/bundles/${values.id}`)
  })
  const remove = (id: string): void => {
    void change.save(draft, [{ kind: 'remove-bundle', bundle: id }]).then(() => go(`/drafts/${draft.id}`), failed)
  }
  const choices = <Value extends keyof typeof words>(values: readonly Value[]) =>
    values.map((value) => ({ value, label: String(words[value]) }))
  return (
    <Section title={texts.conditions}>
      {faults.map(({ pointer, text }) => (
        <Text key={`${pointer} ${text.en}`} c="red" size="sm" role="status">
          {text[language]}
        </Text>
      ))}
      <form onSubmit={submit.onSubmit} noValidate>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput
              {...{ label: words.zoneId, placeholder: EXAMPLE, required: true, disabled: bundle !== undefined }}
              {...form.getInputProps('id')}
            />
            <TextInput label={texts.item} description={texts.itemHint} {...form.getInputProps('item')} />
            <TextInput label={words.nameGerman} required {...form.getInputProps('de')} />
            <TextInput label={words.nameEnglish} required {...form.getInputProps('en')} />
            <NumberInput label={texts.minutes} description={texts.minutesHint} min={0} {...form.getInputProps('minutes')} />
            <Select
              label={texts.whose}
              allowDeselect={false}
              data={OF.map((value) => ({ value, label: texts[value] }))}
              {...form.getInputProps('of')}
            />
            <TagsInput label={texts.zones} data={zones?.items.map(({ id }) => id) ?? []} {...form.getInputProps('zones')} />
            <MultiSelect label={texts.kinds} data={choices(KINDS)} {...form.getInputProps('kinds')} />
            <TagsInput label={texts.countries} description={texts.countriesHint} {...form.getInputProps('countries')} />
            <TagsInput label={texts.exceptPrefixes} {...form.getInputProps('exceptPrefixes')} />
            <MultiSelect label={words.origin} required data={choices(ORIGINS)} {...form.getInputProps('origins')} />
            <MultiSelect label={words.medium} required data={choices(MEDIA)} {...form.getInputProps('media')} />
            <NumberInput label={texts.leastSeats} min={0} {...form.getInputProps('leastSeats')} />
          </SimpleGrid>
          <Checkbox label={texts.allSeats} {...form.getInputProps('allSeats', { type: 'checkbox' })} />
          {mayChange ? (
            <Group>
              <Button type="submit" loading={submit.isBusy}>
                {bundle === undefined ? texts.addBundle : shared.save}
              </Button>
              {bundle === undefined ? null : (
                <Button variant="light" color="red" onClick={() => remove(bundle.id)}>
                  {texts.removeBundle}
                </Button>
              )}
            </Group>
          ) : null}
        </Stack>
      </form>
    </Section>
  )
}
