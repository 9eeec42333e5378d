import { confirm, deny } from '../calls/confirm.ts'
import type { CallerOfFeature, DialledFeature } from '../feature-codes/feature.ts'
import type { FilteredCalls } from './filtered-calls.ts'
import { filtersOf, type Secretariat } from './rules.ts'
import { takeFromSecretary } from './take-over.ts'

/** Switches the filter of a boss; resolves when it is stored. */
export type SwitchFilter = (tenantId: string, bossId: string, active: boolean) => Promise<void>

/** `*48` and `#48` switch the filter, by the boss or a secretary, who may name the boss by its number; `*49` takes a call from the secretary. */
export function secretariatFeatures(change: SwitchFilter, filtered: FilteredCalls): readonly DialledFeature[] {
  const switching = (active: boolean): DialledFeature['run'] => {
    return async (call, number, context) => {
      const chosen = chosenFilters(number, context)
      if (chosen.length === 0) return deny(call, `${context.extension.number} has no filter ${number}`, context)
      for (const { bossId } of chosen) await change(context.tenant.id, bossId, active)
      return confirm(call, `secretary-filter ${active ? 'on' : 'off'}`, context, active ? 'filter-on' : 'filter-off')
    }
  }
  const lamp: DialledFeature['lamp'] = (number, caller) => {
    const chosen = chosenFilters(number, caller)
    return chosen.length === 0 ? undefined : chosen.some(({ active }) => active)
  }
  return [
    {
      ...{ name: 'take-from-secretary', title: { de: 'Anruf vom Sekretariat übernehmen', en: 'Take a call from the secretary' } },
      ...{ codes: ['*49'], when: 'dialled', argument: 'none' },
      run: (call, _none, context) => takeFromSecretary(call, filtered, context),
    },
    {
      ...{ name: 'secretary-filter-on', title: { de: 'Anrufe ans Sekretariat', en: 'Secretary filter' } },
      ...{ codes: ['*48'], when: 'dialled', argument: 'optional', lamp, run: switching(true) },
    },
    {
      ...{ name: 'secretary-filter-off', title: { de: 'Anrufe ans Sekretariat: aus', en: 'Secretary filter: off' } },
      ...{ codes: ['#48', '*048'], when: 'dialled', argument: 'optional', run: switching(false) },
    },
  ]
}

/** That of the named boss; without a number the own one, or those of all bosses that the extension works for. */
function chosenFilters(number: string, { tenant, extension }: CallerOfFeature): readonly Secretariat[] {
  const filters = filtersOf(tenant.secretariats, extension.id)
  if (number !== '') {
    const boss = tenant.extensions.get(number)
    return filters.filter(({ bossId }) => bossId === boss?.id)
  }
  const own = filters.filter(({ bossId }) => bossId === extension.id)
  return own.length > 0 ? own : filters
}
