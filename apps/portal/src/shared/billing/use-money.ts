import { useMemo } from 'react'
import { useLanguage } from '../language.tsx'
import { civilDay, moneyText } from './money.ts'

/** Amounts and days of contracts as the language of the portal writes them. */
export function useMoney() {
  const { language } = useLanguage()
  return useMemo(
    () => ({
      money: (amount: Parameters<typeof moneyText>[0]) => moneyText(amount, language),
      day: (day: string) => civilDay(day, language),
    }),
    [language],
  )
}
