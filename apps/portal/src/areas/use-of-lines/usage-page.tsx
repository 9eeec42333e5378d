import { Alert, Skeleton, Stack, Text } from '@mantine/core'
import { TriangleAlert } from 'lucide-react'
import type { Entry } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { Gauge } from './gauge.tsx'
import { Limits } from './limits.tsx'
import { usageTexts } from './texts.ts'

type Usage = Entry<'GET /channel-usage'>
type Channels = Usage['channels']

const AGAIN_MS = 5_000
/** Where the exchange warns, unless the product says otherwise. */
const WARNS_AT_PERCENT = 80

/** What one customer uses now. */
export function UsagePage() {
  const texts = useTexts(usageTexts)
  const { data, error, refetch } = useAnswer('GET /channel-usage', [{ query: { ...useCustomer(), limit: 1 } }], {
    everyMs: AGAIN_MS,
    unheard: true,
  })
  const usage = data?.items[0]
  return (
    <Page title={texts.title} about={texts.about}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {usage === undefined ? <Skeleton height={240} /> : <Gauges usage={usage} />}
      <Limits />
    </Page>
  )
}

function Gauges({ usage }: { readonly usage: Usage }) {
  const texts = useTexts(usageTexts)
  const { language } = useLanguage()
  const { number } = useFormat()
  const { name, channels, callRate, answers, places, warnings } = usage
  const percentOfAnswers = answers.percent
  return (
    <>
      <Section title={name}>
        <Stack gap="md">
          {warnings.map(({ kind, text }) => (
            <Alert key={`${kind} ${text.en}`} color="orange" icon={<TriangleAlert aria-hidden />} role="status">
              {text[language]}
            </Alert>
          ))}
          <ChannelGauge name={texts.channels} channels={channels} />
          <Gauge
            name={texts.rate}
            words={
              callRate.allowed === null
                ? texts.rateFreely(number(callRate.perSecond))
                : texts.rateOf(number(callRate.perSecond), number(callRate.allowed))
            }
            percent={callRate.percent}
            warns={(callRate.percent ?? 0) >= WARNS_AT_PERCENT}
            about={texts.rateAbout}
          />
          <Gauge
            name={texts.answers}
            words={
              percentOfAnswers === null
                ? texts.answeredFew(number(answers.attempts))
                : texts.answeredOf(number(percentOfAnswers), number(answers.attempts))
            }
            percent={percentOfAnswers}
            warns={percentOfAnswers !== null && percentOfAnswers < answers.least}
            about={texts.answersAbout(number(answers.least))}
          />
        </Stack>
      </Section>
      <Section title={texts.places}>
        {places.length === 0 ? <Text size="sm">{texts.noPlaces}</Text> : null}
        <Stack gap="md">
          {places.map(({ scope, id, name: place, ...rest }) => (
            <ChannelGauge key={`${scope} ${id}`} name={`${texts[scope]} ${place}`} channels={rest} />
          ))}
        </Stack>
      </Section>
    </>
  )
}

function ChannelGauge({ name, channels: { in: coming, out, limits, percent } }: { readonly name: string; readonly channels: Channels }) {
  const texts = useTexts(usageTexts)
  const { number } = useFormat()
  const inUse = number(coming + out)
  const words = limits.both === null ? texts.inUseFreely(inUse) : texts.inUse(inUse, number(limits.both))
  return (
    <Gauge
      name={name}
      words={words}
      percent={percent}
      warns={(percent ?? 0) >= WARNS_AT_PERCENT}
      about={texts.directions(number(coming), number(out))}
    />
  )
}
