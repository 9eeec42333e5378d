import { Skeleton } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { ClassFields, type OutboundRules } from './class-fields.tsx'
import { type ClassValues, classBodyOf, classValuesOf } from './class-values.ts'
import { ruleTexts } from './texts.ts'

/** The class of the whole customer. */
export function CustomerRules() {
  const texts = useTexts(ruleTexts)
  const { data, error, refetch } = useAnswer('GET /outbound-rules', [{ query: useCustomer() }])
  return (
    <Section title={texts.customer} about={texts.customerAbout}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={120} /> : null}
      {data === undefined ? null : <Edited rules={data} />}
    </Section>
  )
}

function Edited({ rules }: { readonly rules: OutboundRules }) {
  const texts = useTexts(ruleTexts)
  const shared = useTexts(sharedTexts)
  const { language } = useLanguage()
  const query = useCustomer()
  const change = useChange('PATCH /outbound-rules', { refreshes: ['/outbound-rules'] })
  const form = useForm<ClassValues>({
    initialValues: classValuesOf(rules),
    validate: { scheduleId: (id, { isTimed }) => (isTimed && id === null ? shared.required : null) },
  })
  const submit = useEdit({
    ...{ form, thing: rules, valuesOf: classValuesOf, byCode: { 'class-above-contract': 'class', 'no-such-target': 'scheduleId' } },
    save: (values, ifMatch) => change.mutateAsync([{ query, body: classBodyOf(values), ifMatch }]),
  })
  const contract = rules.classes.find((each) => each.class === rules.contractClass)
  return (
    <FormFrame act="save" submit={submit}>
      <ClassFields form={form} rules={rules} otherwise={texts.asContract(rules.contractClass, contract?.title[language] ?? '')} />
    </FormFrame>
  )
}
