import { Alert, Skeleton, Stack, Table, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Answer } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { priceText } from './amounts.ts'
import type { Draft } from './draft-page.tsx'
import { usePriceWords } from './price-words.ts'
import { tariffTexts } from './texts.ts'
import type { Price } from './zone.ts'

type Differences = Answer<'GET /tariff-drafts/{draftId}/differences'>
const ZONE_PARTS = { order: 'orderDiffers', statement: 'statementDiffers', kind: 'kindDiffers' } as const
type Direction = Differences['prices'][number]['direction']

/** What gets dearer and what cheaper, against the version before. */
export function DifferencesTab({ draft: { id: draftId, facts } }: { readonly draft: Draft }) {
  const texts = useTexts(tariffTexts)
  const { language } = useLanguage()
  const { data, error, refetch } = useAnswer('GET /tariff-drafts/{draftId}/differences', [{ path: { draftId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={120} />
  const { priceCounts, prices, prefixes, zones, others } = data
  if (prices.length + prefixes.length + zones.length + others.length === 0) return <Alert role="status">{texts.noDifferences}</Alert>
  const { dearer, cheaper, mixed } = priceCounts
  return (
    <Stack>
      <Alert role="status">{texts.sumOfDifferences(dearer, cheaper, mixed, priceCounts.new, priceCounts.gone)}</Alert>
      {prices.length === 0 ? null : <PriceTable prices={prices} currency={facts.currency} />}
      {prefixes.length === 0 ? null : <PrefixTable prefixes={prefixes} />}
      {zones.map(({ zone, name, parts }) => (
        <Text key={zone} size="sm">
          {texts.zoneDiffers(name[language], parts.map((part) => texts[ZONE_PARTS[part]]).join(', '))}
        </Text>
      ))}
      {others.length === 0 ? null : <Text size="sm">{texts.othersDiffer(others.map((part) => texts[part]).join(', '))}</Text>}
    </Stack>
  )
}

/** A table that may be wider than a phone. */
function Wide({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Table.ScrollContainer minWidth={280} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': title } }}>
      {children}
    </Table.ScrollContainer>
  )
}

function PriceTable({ prices, currency }: { readonly prices: Differences['prices']; readonly currency: string }) {
  const texts = useTexts(tariffTexts)
  const { language } = useLanguage()
  const wordsOf = usePriceWords()
  const shown = (price: Price | null): string =>
    price === null
      ? texts.none
      : [texts.perMinuteOf(priceText(price.perMinute, currency, language)), ...wordsOf(price, currency)].join(', ')
  return (
    <Wide title={texts.prices}>
      <Table aria-label={texts.prices}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.zone}</Table.Th>
            <Table.Th>{texts.before}</Table.Th>
            <Table.Th>{texts.after}</Table.Th>
            <Table.Th>{texts.becomes}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {prices.map(({ zone, name, direction, before, after }) => (
            <Table.Tr key={`${zone} ${shown(before)} ${shown(after)}`}>
              <Table.Th scope="row" fw={500}>
                {name[language]}
              </Table.Th>
              <Table.Td>{shown(before)}</Table.Td>
              <Table.Td>{shown(after)}</Table.Td>
              <Table.Td>
                <Way direction={direction} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  )
}

function PrefixTable({ prefixes }: { readonly prefixes: Differences['prefixes'] }) {
  const texts = useTexts(tariffTexts)
  return (
    <Wide title={texts.prefixes}>
      <Table aria-label={texts.prefixes}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.prefix}</Table.Th>
            <Table.Th>{texts.before}</Table.Th>
            <Table.Th>{texts.after}</Table.Th>
            <Table.Th>{texts.becomes}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {prefixes.map(({ prefix, before, after, direction }) => (
            <Table.Tr key={prefix}>
              <Table.Th scope="row" fw={500}>
                {prefix}
              </Table.Th>
              <Table.Td>{before ?? texts.none}</Table.Td>
              <Table.Td>{after ?? texts.none}</Table.Td>
              <Table.Td>
                <Way direction={direction} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  )
}

function Way({ direction }: { readonly direction: Direction }) {
  const texts = useTexts(tariffTexts)
  return (
    <Text size="sm" fw={600}>
      {texts[direction]}
    </Text>
  )
}
