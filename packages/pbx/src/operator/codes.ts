import { confirm, deny } from '../calls/confirm.ts'
import type { DialledFeature } from '../feature-codes/feature.ts'
import { isOperator, nextMode, type OperatorMode } from './rules.ts'

/** Switches the position of a tenant and gives the mode after; undefined when there is no position. */
export type SwitchOperator = (
  tenantId: string,
  next: (before: OperatorMode) => OperatorMode,
  extension: string | null,
) => Promise<OperatorMode | undefined>

/** The digit behind the code; without one the modes follow each other. */
const DIGITS: Readonly<Record<string, OperatorMode>> = { 0: 'automatic', 1: 'day', 2: 'night' }

const SAID = { automatic: 'operator-automatic', day: 'operator-day', night: 'operator-night' } as const

/** Day and night by key: `*461` day, `*462` night, `*460` by schedule, `*46` the next of them. */
export function operatorFeature(change: SwitchOperator): DialledFeature {
  return {
    ...{ name: 'operator-switch', title: { de: 'Zentrale: Tag, Nacht, Zeitplan', en: 'Operator: day, night, schedule' }, codes: ['*46'] },
    ...{ when: 'dialled', argument: 'optional' },
    lamp: (digit, { tenant: { operator } }) => isLit(digit, operator?.mode),
    run: async (call, digit, context) => {
      const { tenant, extension } = context
      const position = tenant.operator
      if (position === null) return deny(call, 'the tenant has no operator position', context)
      if (position.settings.switchedBy === 'operators' && !isOperator(tenant, position, extension.id)) {
        return deny(call, `${extension.number} is no operator`, context)
      }
      const wanted = DIGITS[digit]
      if (digit !== '' && wanted === undefined) return deny(call, `${digit} is neither day nor night`, context)
      const mode = await change(tenant.id, (before) => wanted ?? nextMode(before), extension.number)
      if (mode === undefined) return deny(call, 'the operator position is gone', context)
      return confirm(call, `operator ${mode}`, context, SAID[mode])
    },
  }
}

/** The lamp of a digit tells that it is so; without a digit, that it is night by key. */
function isLit(digit: string, mode: OperatorMode | undefined): boolean | undefined {
  const shown = digit === '' ? 'night' : DIGITS[digit]
  return mode === undefined || shown === undefined ? undefined : mode === shown
}
