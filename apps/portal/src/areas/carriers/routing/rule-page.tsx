import { Skeleton } from '@mantine/core'
import { useLocation } from 'wouter'
import type { Answer } from '../../../api/operation.ts'
import { useAnswer, useChange } from '../../../api/queries.ts'
import { readableNumbers } from '../../../shared/destinations/readable-numbers.ts'
import { DeleteButton } from '../../../shared/editing/delete-button.tsx'
import { FormFrame } from '../../../shared/editing/form-frame.tsx'
import { useEdit } from '../../../shared/editing/use-edit.ts'
import { useTexts } from '../../../shared/language.tsx'
import { Page } from '../../../shared/page.tsx'
import { Trouble } from '../../../shared/trouble.tsx'
import { RULE_PROBLEM_FIELDS, RuleFields, type RuleValues, ruleBodyOf, useRuleForm } from './rule-fields.tsx'
import { routingTexts } from './texts.ts'

type Rule = Answer<'GET /carrier-rules/{ruleId}'>
const REFRESHED = { refreshes: ['/carrier-rules', '/carrier-routes'] } as const

export function RulePage({ ruleId }: { readonly ruleId: string }) {
  const texts = useTexts(routingTexts)
  const { data, error, refetch } = useAnswer('GET /carrier-rules/{ruleId}', [{ path: { ruleId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page title={texts.ruleOf(readableNumbers(data.prefix))} actions={<Deletion rule={data} />}>
      <Change rule={data} />
    </Page>
  )
}

function valuesOf({ prefix, effect, carrierIds, note }: Rule): RuleValues {
  return { prefix, effect, carrierIds: [...carrierIds], note: note ?? '' }
}

function Change({ rule }: { readonly rule: Rule }) {
  const change = useChange('PATCH /carrier-rules/{ruleId}', REFRESHED)
  const form = useRuleForm(valuesOf(rule))
  const submit = useEdit({
    ...{ form, thing: rule, valuesOf, byCode: RULE_PROBLEM_FIELDS },
    save: (values, ifMatch) => change.mutateAsync([{ path: { ruleId: rule.id }, body: ruleBodyOf(values), ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <RuleFields form={form} />
    </FormFrame>
  )
}

function Deletion({ rule }: { readonly rule: Rule }) {
  const texts = useTexts(routingTexts)
  const [, go] = useLocation()
  const remove = useChange('DELETE /carrier-rules/{ruleId}', REFRESHED)
  return (
    <DeleteButton
      title={texts.deleteRule(readableNumbers(rule.prefix))}
      consequence={texts.deleteRuleConsequence}
      thing={rule}
      remove={(ifMatch) => remove.mutateAsync([{ path: { ruleId: rule.id }, ifMatch }])}
      deleted={texts.ruleDeleted}
      then={() => go('/routing')}
    />
  )
}
