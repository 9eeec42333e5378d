import { useLocation } from 'wouter'
import { useChange } from '../../../api/queries.ts'
import { FormFrame } from '../../../shared/editing/form-frame.tsx'
import { useTexts } from '../../../shared/language.tsx'
import { useNotices } from '../../../shared/notices.tsx'
import { Page } from '../../../shared/page.tsx'
import { useSubmit } from '../../../shared/use-submit.ts'
import { NEW_RULE, RULE_PROBLEM_FIELDS, RuleFields, ruleBodyOf, useRuleForm } from './rule-fields.tsx'
import { routingTexts } from './texts.ts'

export function NewRulePage() {
  const texts = useTexts(routingTexts)
  const [, go] = useLocation()
  const { done } = useNotices()
  const create = useChange('POST /carrier-rules', { refreshes: ['/carrier-rules', '/carrier-routes'] })
  const form = useRuleForm(NEW_RULE)
  const submit = useSubmit(
    form,
    async (values) => {
      await create.mutateAsync([{ body: ruleBodyOf(values) }])
      done(texts.ruleCreated)
      go('/routing')
    },
    RULE_PROBLEM_FIELDS,
  )
  return (
    <Page title={texts.addRule} about={texts.rulesAbout}>
      <FormFrame act="create" submit={submit} back="/routing">
        <RuleFields form={form} />
      </FormFrame>
    </Page>
  )
}
