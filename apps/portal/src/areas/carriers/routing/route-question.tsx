import { Anchor, Button, Group, List, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Answer } from '../../../api/operation.ts'
import { useApi } from '../../../session/session-context.tsx'
import { e164Of } from '../../../shared/destinations/phone-number.ts'
import { readableNumbers } from '../../../shared/destinations/readable-numbers.ts'
import { useFormat } from '../../../shared/format.ts'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { Section } from '../../../shared/section.tsx'
import { useSubmit } from '../../../shared/use-submit.ts'
import { pricePerMinute } from '../prices/price.ts'
import { routingTexts } from './texts.ts'

type Route = Answer<'GET /carrier-routes'>
type Routed = Route['items'][number]

/** Which way would a number go now, and why? Nothing is dialled. */
export function RouteQuestion() {
  const texts = useTexts(routingTexts)
  const api = useApi()
  const [asked, setAsked] = useState<{ readonly number: string; readonly route: Route }>()
  const form = useForm({
    initialValues: { number: '' },
    validate: { number: (text) => (/^\+?\d{2,15}$/.test(e164Of(text)) ? null : texts.numberWrong) },
    onValuesChange: () => setAsked(undefined),
  })
  const submit = useSubmit(form, async ({ number: written }) => {
    const number = e164Of(written)
    setAsked({ number, route: await api('GET /carrier-routes', { query: { number } }) })
  })
  return (
    <Section title={texts.question} about={texts.questionAbout}>
      <form onSubmit={submit.onSubmit} noValidate>
        <Group align="flex-end" gap="sm">
          <TextInput label={texts.number} type="tel" required {...form.getInputProps('number')} />
          <Button type="submit" loading={submit.isBusy}>
            {texts.ask}
          </Button>
        </Group>
      </form>
      {asked === undefined ? null : <RouteInWords {...asked} />}
    </Section>
  )
}

function RouteInWords({ number, route: { rule, items } }: { readonly number: string; readonly route: Route }) {
  const texts = useTexts(routingTexts)
  const ruled = rule === null ? texts.noRule : texts.ruled(readableNumbers(rule.prefix), texts[`effect-${rule.effect}`])
  return (
    <Stack gap="xs" role="status">
      <Text fw={600}>{texts.goes(readableNumbers(number))}</Text>
      <Text size="sm">{ruled}</Text>
      {items.length === 0 ? <Text size="sm">{texts.nobody}</Text> : null}
      <List type="ordered" spacing="xs">
        {items.map((item) => (
          <List.Item key={item.carrierId}>
            <Anchor component={Link} href={`/${item.carrierId}`}>
              {item.name}
            </Anchor>
            <Text size="sm">
              <Why item={item} />
            </Text>
          </List.Item>
        ))}
      </List>
      {items.length < 2 ? null : <Text size="sm">{texts.orderAbout}</Text>}
    </Stack>
  )
}

/** What put it at its place, in the order in which it counts. */
function Why({ item: { state, isFirst, priority, microsPerMinute, share } }: { readonly item: Routed }) {
  const texts = useTexts(routingTexts)
  const { language } = useLanguage()
  const format = useFormat()
  const price = microsPerMinute === null ? texts.noPrice : texts.price(pricePerMinute(microsPerMinute, language))
  const first = isFirst ? [texts.first] : []
  const reasons = [texts[`state-${state}`], ...first, texts.rank(format.number(priority)), price, texts.share(format.number(share))]
  return <>{reasons.join(' · ')}</>
}
