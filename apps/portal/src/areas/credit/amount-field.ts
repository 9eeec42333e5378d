/** An amount of the API as people type it. */
export function typedAmount(amount: string, language: 'de' | 'en'): string {
  return language === 'de' ? amount.replace('.', ',') : amount
}

/** What somebody has typed as an amount, with comma or point, as the API has it; undefined: it is none, or not above zero. */
export function amountIn(text: string): { readonly amount: string; readonly currency: 'EUR' } | undefined {
  const typed = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(text.trim())
  if (typed === null) return undefined
  const amount = `${Number(typed[1])}.${(typed[2] ?? '').padEnd(2, '0')}`
  return Number(amount) > 0 ? { amount, currency: 'EUR' } : undefined
}
