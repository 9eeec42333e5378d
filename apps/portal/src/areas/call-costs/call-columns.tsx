import type { Entry } from '../../api/operation.ts'
import type { Column } from '../../shared/data-list/columns.ts'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { moneyText } from '../invoices/money.ts'
import { costTexts } from './texts.ts'

/** How calls with their prices are listed. */
export function useCallColumns(): readonly Column<Entry<'GET /rated-calls'>>[] {
  const texts = useTexts(costTexts)
  const format = useFormat()
  const { language } = useLanguage()
  return [
    { key: 'ended', title: texts.ended, cell: ({ endedAt }) => format.dateTime(endedAt), width: '11rem', phoneWidth: '8rem' },
    { key: 'called', title: texts.called, cell: ({ called }) => called },
    { key: 'zone', title: texts.zone, cell: ({ zone }) => zone ?? '', wideOnly: true },
    { key: 'seconds', title: texts.seconds, cell: ({ seconds }) => format.duration(seconds), width: '7rem', wideOnly: true },
    { key: 'outcome', title: texts.outcome, cell: ({ outcome }) => texts[outcome], width: '9rem', wideOnly: true },
    {
      key: 'price',
      title: texts.price,
      cell: ({ price }) => (price === null ? '' : moneyText(price, language)),
      width: '8rem',
      phoneWidth: '6rem',
    },
  ]
}
