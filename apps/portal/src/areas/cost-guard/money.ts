const MICROS = 1_000_000

/** Millionths as an amount; what is less than a hundredth counts as none. */
export function inMoney(micros: number, language: 'de' | 'en'): string {
  return new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB', { style: 'currency', currency: 'EUR' }).format(micros / MICROS)
}

/** As a field has it; `''`: no limit. */
export function moneyField(micros: number | undefined): number | '' {
  return micros === undefined ? '' : micros / MICROS
}

export function microsIn(amount: number | ''): number | undefined {
  return amount === '' ? undefined : Math.round(amount * MICROS)
}
