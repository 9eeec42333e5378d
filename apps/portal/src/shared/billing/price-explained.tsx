import { List, Table, Text, Title } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { useFormat } from '../format.ts'
import { useLanguage, useTexts } from '../language.tsx'
import { Section } from '../section.tsx'
import { priceTexts } from './price-texts.ts'
import { useMoney } from './use-money.ts'

type Explained = Pick<Answer<'GET /rated-calls/{usageId}'>, 'because' | 'rule' | 'price'>
type Rule = NonNullable<Explained['rule']>
type Step = Rule['steps'][number]

/** Why a call costs what it costs, sentence by sentence, and the rule of the tariff that says so. */
export function PriceExplained({ call: { because, rule, price } }: { readonly call: Explained }) {
  const texts = useTexts(priceTexts)
  const { language } = useLanguage()
  return (
    <>
      <Section title={texts.because}>
        <List size="sm">
          {because.map((sentence) => (
            <List.Item key={sentence.en}>{sentence[language]}</List.Item>
          ))}
        </List>
      </Section>
      {rule === null ? null : <PriceRule rule={rule} currency={price?.currency} />}
    </>
  )
}

/** `currency` undefined: there is no price of ours. */
function PriceRule({ rule, currency }: { readonly rule: Rule; readonly currency: string | undefined }) {
  const texts = useTexts(priceTexts)
  const { language } = useLanguage()
  const { day } = useMoney()
  const { tariff, validFrom, zone, prefix, isInherited } = rule
  const named = tariff === null ? texts.tariffGone : tariff
  const facts: readonly Fact[] = [
    [texts.tariff, tariff === null || validFrom === null ? named : texts.tariffFrom(tariff, day(validFrom))],
    [texts.zone, zone[language]],
    [texts.prefix, isInherited ? texts.inherited(prefix) : prefix],
  ]
  const steps = currency === undefined ? [] : rule.steps.map((step, index) => ({ step, number: index + 1 }))
  return (
    <Section title={texts.rule}>
      <Facts facts={facts} />
      {steps.map(({ step, number }) => (
        <div key={step.fromSecond}>
          {steps.length === 1 ? null : (
            <Title order={3} size="h5">
              {texts.step(number)}
            </Title>
          )}
          <StepFacts step={step} currency={currency ?? ''} />
        </div>
      ))}
    </Section>
  )
}

function StepFacts({ step, currency }: { readonly step: Step; readonly currency: string }) {
  const texts = useTexts(priceTexts)
  const { language } = useLanguage()
  const { duration } = useFormat()
  const { money } = useMoney()
  const { seconds, increment, perMinute, setUp, minimum, period, bundles } = step
  const given = bundles.map(({ name, seconds: free }) => texts.bundle(name[language], duration(free)))
  const facts: readonly Fact[] = [
    [texts.billed, duration(seconds)],
    ...(increment === null ? [] : [[texts.increment, incrementText(increment, texts)] as const]),
    [texts.perMinute, money({ amount: perMinute, currency })],
    ...(Number(setUp) === 0 ? [] : [[texts.setUp, money({ amount: setUp, currency })] as const]),
    ...(minimum === null || Number(minimum) === 0 ? [] : [[texts.minimum, money({ amount: minimum, currency })] as const]),
    ...(period === null ? [] : [[texts.period, period] as const]),
    [texts.bundles, given.length === 0 ? texts.noBundle : given.join(', ')],
  ]
  return <Facts facts={facts} />
}

interface IncrementTexts {
  readonly perSecond: string
  readonly perStartedMinute: string
  readonly firstThen: (first: number, then: number) => string
}

function incrementText({ firstSeconds: first, thenSeconds: then }: NonNullable<Step['increment']>, texts: IncrementTexts): string {
  if (first === 1 && then === 1) return texts.perSecond
  return first === 60 && then === 60 ? texts.perStartedMinute : texts.firstThen(first, then)
}

type Fact = readonly [name: string, value: string]

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <Table>
      <Table.Tbody>
        {facts.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" w="40%">
              {name}
            </Table.Th>
            <Table.Td>
              <Text size="sm">{value}</Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
