import { Button, Fieldset, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { sharedTexts } from '../../../shared/shared-texts.ts'
import { endsFirst, NEW_RATE, overlapsIn, type RateValues } from './price.ts'
import { priceTexts } from './texts.ts'

export interface PriceValues {
  readonly prefix: string
  readonly rates: RateValues[]
}

/** As the API takes it. */
const MAX_EUROS = 100

/** What is wrong with the prices of a prefix, each at its field. */
export function useRateRules() {
  const texts = useTexts(priceTexts)
  const shared = useTexts(sharedTexts)
  return {
    euros: (euros: number | '') => (euros === '' ? shared.required : null),
    firstDay: (_day: string, values: PriceValues, path: string) =>
      overlapsIn(values.rates).includes(Number(path.split('.')[1])) ? texts.overlaps : null,
    lastDay: (_day: string, values: PriceValues, path: string) => {
      const rate = values.rates[Number(path.split('.')[1])]
      return rate !== undefined && endsFirst(rate) ? texts.endsFirst : null
    },
  }
}

/** One price, or several that follow each other in time. */
export function RateFields({ form }: { readonly form: UseFormReturnType<PriceValues> }) {
  const texts = useTexts(priceTexts)
  const { language } = useLanguage()
  const { rates } = form.values
  const money = { min: 0, max: MAX_EUROS, decimalScale: 6, allowNegative: false, suffix: ' €' } as const
  return (
    <Stack>
      {[...rates.keys()].map((place) => (
        <Fieldset key={place} legend={texts.rate(place + 1)}>
          <Group align="flex-start" gap="sm">
            <NumberInput
              label={texts.price}
              required
              decimalSeparator={language === 'de' ? ',' : '.'}
              hideControls
              {...money}
              {...form.getInputProps(`rates.${place}.euros`)}
            />
            <TextInput label={texts.firstDay} description={texts.empty} type="date" {...form.getInputProps(`rates.${place}.firstDay`)} />
            <TextInput label={texts.lastDay} description={texts.empty} type="date" {...form.getInputProps(`rates.${place}.lastDay`)} />
            {rates.length < 2 ? null : (
              <Button
                variant="default"
                mt="lg"
                aria-label={texts.removeRate(place + 1)}
                onClick={() => form.removeListItem('rates', place)}
              >
                {texts.remove}
              </Button>
            )}
          </Group>
        </Fieldset>
      ))}
      {form.errors.rates === undefined ? null : <Text role="alert">{form.errors.rates}</Text>}
      <Group>
        <Button variant="default" onClick={() => form.insertListItem('rates', NEW_RATE)}>
          {texts.addRate}
        </Button>
      </Group>
    </Stack>
  )
}
