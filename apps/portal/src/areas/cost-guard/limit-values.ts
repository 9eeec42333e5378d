import type { Answer, Body } from '../../api/operation.ts'
import { microsIn, moneyField } from './money.ts'

export type GuardSettings = Answer<'GET /cost-guard'>
type Field = number | ''

/** The limits as a form has them; `''`: none. */
export interface LimitValues {
  readonly minutesPerDay: Field
  readonly minutesPerExtensionPerDay: Field
  readonly moneyPerDay: Field
  readonly moneyPerExtensionPerDay: Field
  readonly internationalCalls: Field
  readonly offHoursMinutes: Field
  readonly holdNewCountries: boolean
  readonly businessHours: string | null
  readonly extensionAgents: string[]
  readonly trunkAgents: string[]
  readonly mailTo: string
}

export function limitValuesOf({ limits, ...settings }: GuardSettings): LimitValues {
  return {
    minutesPerDay: limits.minutesPerDay ?? '',
    minutesPerExtensionPerDay: limits.minutesPerExtensionPerDay ?? '',
    moneyPerDay: moneyField(limits.microsPerDay),
    moneyPerExtensionPerDay: moneyField(limits.microsPerExtensionPerDay),
    internationalCalls: limits.internationalCalls ?? '',
    offHoursMinutes: limits.offHoursMinutes ?? '',
    holdNewCountries: settings.holdNewCountries,
    businessHours: settings.businessHours,
    extensionAgents: [...settings.extensionAgents],
    trunkAgents: [...settings.trunkAgents],
    mailTo: settings.mailTo ?? '',
  }
}

export function limitBodyOf(values: LimitValues): Body<'PATCH /cost-guard'> {
  const { holdNewCountries, businessHours, extensionAgents, trunkAgents, mailTo } = values
  const limits = {
    minutesPerDay: filled(values.minutesPerDay),
    minutesPerExtensionPerDay: filled(values.minutesPerExtensionPerDay),
    microsPerDay: microsIn(values.moneyPerDay),
    microsPerExtensionPerDay: microsIn(values.moneyPerExtensionPerDay),
    internationalCalls: filled(values.internationalCalls),
    offHoursMinutes: filled(values.offHoursMinutes),
  }
  const set = Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined))
  return { limits: set, holdNewCountries, businessHours, extensionAgents, trunkAgents, mailTo: mailTo.trim() === '' ? null : mailTo.trim() }
}

function filled(field: Field): number | undefined {
  return field === '' ? undefined : field
}
