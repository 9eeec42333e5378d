import { MultiSelect, Select, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import type { Body } from '../../../api/operation.ts'
import { useAnswer } from '../../../api/queries.ts'
import { PAGE_SIZE } from '../../../shared/data-list/columns.ts'
import { e164Of } from '../../../shared/destinations/phone-number.ts'
import { useTexts } from '../../../shared/language.tsx'
import { sharedTexts } from '../../../shared/shared-texts.ts'
import { routingTexts } from './texts.ts'

type NewRule = Body<'POST /carrier-rules'>

/** What stands in the form. */
export interface RuleValues {
  readonly prefix: string
  readonly effect: NewRule['effect']
  readonly carrierIds: string[]
  readonly note: string
}

export const NEW_RULE: RuleValues = { prefix: '', effect: 'first', carrierIds: [], note: '' }

/** At which field a broken rule is shown. */
export const RULE_PROBLEM_FIELDS = { 'carrier-rule-taken': 'prefix', 'carrier-unknown': 'carrierIds', 'too-many-carrier-rules': 'prefix' }

const EFFECTS = ['first', 'only', 'never'] as const

export function useRuleForm(initialValues: RuleValues): UseFormReturnType<RuleValues> {
  const texts = useTexts(routingTexts)
  const shared = useTexts(sharedTexts)
  return useForm<RuleValues>({
    initialValues,
    validate: {
      prefix: (prefix) => (/^\+[1-9]\d{0,14}$/.test(e164Of(prefix)) ? null : texts.prefixWrong),
      carrierIds: (ids) => (ids.length === 0 ? shared.required : null),
    },
  })
}

export function ruleBodyOf({ prefix, effect, carrierIds, note }: RuleValues): Omit<NewRule, 'note'> & { readonly note: string | null } {
  return { prefix: e164Of(prefix), effect, carrierIds, note: note.trim() === '' ? null : note.trim() }
}

export function RuleFields({ form }: { readonly form: UseFormReturnType<RuleValues> }) {
  const texts = useTexts(routingTexts)
  const { data } = useAnswer('GET /carriers', [{ query: { limit: PAGE_SIZE } }])
  return (
    <Stack maw={560}>
      <TextInput label={texts.prefix} description={texts.prefixHint} type="tel" required {...form.getInputProps('prefix')} />
      <Select
        label={texts.effect}
        data={EFFECTS.map((value) => ({ value, label: texts[`effect-${value}`] }))}
        allowDeselect={false}
        {...form.getInputProps('effect')}
      />
      <MultiSelect
        label={texts.carriers}
        data={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        required
        searchable
        hidePickedOptions
        {...form.getInputProps('carrierIds')}
      />
      <TextInput label={texts.note} maxLength={200} {...form.getInputProps('note')} />
    </Stack>
  )
}
