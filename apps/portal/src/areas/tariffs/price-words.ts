import { useLanguage, useTexts } from '../../shared/language.tsx'
import { priceText } from './amounts.ts'
import { tariffTexts } from './texts.ts'
import type { Price } from './zone.ts'

/** What a price says beside the minute: fee, least amount, increment, and when it applies. */
export function usePriceWords(): (price: Price, currency: string) => readonly string[] {
  const texts = useTexts(tariffTexts)
  const { language } = useLanguage()
  return ({ setUp, minimum, increment, periods, origins, media, callers }, currency) => [
    ...(setUp === null ? [] : [texts.setUpOf(priceText(setUp, currency, language))]),
    ...(minimum === null ? [] : [texts.minimumOf(priceText(minimum, currency, language))]),
    ...(increment === null ? [] : [texts.incrementOf(`${increment.firstSeconds}/${increment.thenSeconds}`)]),
    ...(periods ?? []),
    ...(origins ?? []).map((origin) => texts[origin]),
    ...(media ?? []).map((medium) => texts[medium]),
    ...(callers ?? []).map((caller) => texts.callersOf(caller)),
  ]
}
