import { Text } from '@mantine/core'
import { Tags } from 'lucide-react'
import type { ReactNode } from 'react'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { priceText } from './amounts.ts'
import { usePriceWords } from './price-words.ts'
import { tariffTexts } from './texts.ts'
import type { Price, Source, Zone } from './zone.ts'

interface ZoneListProps {
  readonly source: Source
  readonly currency: string
  /** For the zones that are chosen; absent: none can be. */
  readonly bulk?: (chosen: readonly Zone[], clear: () => void) => ReactNode
}

/** Zones of a version or a draft with their prices; searched by words or by a number. */
export function ZoneList({ source, currency, bulk }: ZoneListProps) {
  const texts = useTexts(tariffTexts)
  const { language } = useLanguage()
  const api = useApi()
  const isDraft = 'draftId' in source
  return (
    <DataList
      name={texts.zones}
      source={({ q }) => {
        const asked = { limit: PAGE_SIZE, ...(q === undefined ? {} : { q }) }
        return isDraft
          ? {
              key: ['GET /tariff-drafts/{draftId}/zones', source.draftId, asked],
              page: (cursor) => api('GET /tariff-drafts/{draftId}/zones', { path: source, query: { ...asked, ...cursor } }),
            }
          : {
              key: ['GET /price-versions/{versionId}/zones', source.versionId, asked],
              page: (cursor) => api('GET /price-versions/{versionId}/zones', { path: source, query: { ...asked, ...cursor } }),
            }
      }}
      columns={useColumns(currency)}
      rowKey={({ id }) => id}
      rowName={({ name }) => name[language]}
      {...(isDraft ? { href: ({ id }: Zone) => `/drafts/${source.draftId}/zones/${id}` } : {})}
      {...(bulk === undefined ? {} : { bulk })}
      empty={{ icon: Tags, title: texts.noZones, text: texts.noZonesText }}
    />
  )
}

function useColumns(currency: string): readonly Column<Zone>[] {
  const texts = useTexts(tariffTexts)
  const { language } = useLanguage()
  const wordsOf = usePriceWords()
  const shown = (price: Price): string =>
    [texts.perMinuteOf(priceText(price.perMinute, currency, language)), ...wordsOf(price, currency)].join(', ')
  const prices = (zone: Zone) =>
    zone.prices.length === 0
      ? zone.statement === 'separate'
        ? texts.byOthers
        : texts.noPrice
      : [...new Set(zone.prices.map(shown))].map((text) => (
          <Text key={text} size="sm">
            {text}
          </Text>
        ))
  const prefixes = ({ prefixes: shown, prefixCount, matched }: Zone) =>
    matched ?? `${shown.slice(0, 4).join(', ')}${prefixCount > 4 ? ` … (${prefixCount})` : ''}`
  return [
    { key: 'name', title: texts.zone, cell: ({ name }) => name[language] },
    { key: 'prefixes', title: texts.prefixes, cell: prefixes, wideOnly: true },
    { key: 'prices', title: texts.prices, cell: prices },
  ]
}
