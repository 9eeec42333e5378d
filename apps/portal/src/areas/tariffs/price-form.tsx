import { Button, Group, MultiSelect, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { amountField } from './amounts.ts'
import { type SeenDraft, useDraftChange } from './draft-page.tsx'
import { type PriceValues, priceOf } from './price-values.ts'
import { tariffTexts } from './texts.ts'
import type { Price } from './zone.ts'

type Fault = Answer<'GET /tariff-drafts/{draftId}/faults'>['faults'][number]

interface PriceFormProps {
  /** Whose row this is: of no other revision. */
  readonly draft: SeenDraft
  readonly zoneId: string
  readonly row: number
  readonly price: Price
  /** What the check says of this price: each stands at its field. */
  readonly faults: readonly Fault[]
}

const ORIGINS = ['own', 'forwarded', 'call-back'] as const
const MEDIA = ['voice', 'fax', 'data'] as const

/** One price of a zone, and to which calls it applies. */
export function PriceForm({ draft: seen, zoneId, row, price, faults }: PriceFormProps) {
  const texts = useTexts(tariffTexts)
  const shared = useTexts(sharedTexts)
  const { language } = useLanguage()
  const { done, failed } = useNotices()
  const change = useDraftChange()
  const mayChange = useMayChange()
  const { data: draft } = useAnswer('GET /tariff-drafts/{draftId}', [{ path: { draftId: seen.id } }])
  const initialValues: PriceValues = {
    ...{ perMinute: amountField(price.perMinute, language), setUp: amountField(price.setUp, language) },
    ...{
      minimum: amountField(price.minimum, language),
      periods: [...(price.periods ?? [])],
      origins: [...(price.origins ?? [])],
      media: [...(price.media ?? [])],
    },
    increment: price.increment === null ? '' : `${price.increment.firstSeconds}/${price.increment.thenSeconds}`,
  }
  const form = useForm<PriceValues>({
    initialValues,
    validate: {
      perMinute: (text) => (text.trim() === '' ? shared.required : null),
      increment: (text) => (text.trim() === '' || /^\d{1,5}\/\d{1,5}$/.test(text.trim()) ? null : texts.incrementWrong),
    },
  })
  const submit = useSubmit(form, async (values) => {
    const changes = [{ kind: 'set-price' as const, zone: zoneId, row, price: priceOf(values, price) }]
    await change.save(seen, changes)
    done(shared.saved)
  })
  const at = (field: keyof PriceValues) => {
    const told = faults.find((each) => each.field === field)?.text[language]
    return { ...form.getInputProps(field), error: form.errors[field] ?? told }
  }
  const remove = (): void => {
    void change.save(seen, [{ kind: 'remove-price', zone: zoneId, row }]).catch(failed)
  }
  return (
    <Section title={texts.priceNumber(row + 1)}>
      <form onSubmit={submit.onSubmit} noValidate>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label={texts.perMinute} required {...at('perMinute')} />
            <TextInput label={texts.setUp} {...at('setUp')} />
            <TextInput label={texts.minimum} {...at('minimum')} />
            <TextInput label={texts.increment} placeholder={texts.incrementUsual} {...at('increment')} />
            <MultiSelect
              label={texts.periods}
              data={draft?.facts.periods.map(({ name }) => name) ?? []}
              placeholder={texts.always}
              {...at('periods')}
            />
            <MultiSelect
              label={texts.origin}
              data={ORIGINS.map((value) => ({ value, label: texts[value] }))}
              placeholder={texts.always}
              {...at('origins')}
            />
            <MultiSelect
              label={texts.medium}
              data={MEDIA.map((value) => ({ value, label: texts[value] }))}
              placeholder={texts.always}
              {...at('media')}
            />
          </SimpleGrid>
          {mayChange ? (
            <Group>
              <Button type="submit" loading={submit.isBusy}>
                {shared.save}
              </Button>
              <Button variant="light" color="red" onClick={remove}>
                {texts.removePrice(row + 1)}
              </Button>
            </Group>
          ) : null}
        </Stack>
      </form>
    </Section>
  )
}
