import { Skeleton, Stack, Switch } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { ClassFields, type OutboundRules } from './class-fields.tsx'
import { type ClassValues, classBodyOf, classValuesOf } from './class-values.ts'
import { Exceptions } from './exceptions.tsx'
import { ruleTexts } from './texts.ts'

type Own = Answer<'GET /outbound-rules/extensions/{extensionId}'>

interface OwnValues extends ClassValues {
  readonly locked: boolean
}

/** What one extension may dial, as far as it differs from the customer. */
export function ExtensionRulesPage({ extensionId }: { readonly extensionId: string }) {
  const own = useAnswer('GET /outbound-rules/extensions/{extensionId}', [{ path: { extensionId } }])
  const rules = useAnswer('GET /outbound-rules', [{ query: useCustomer() }])
  const error = own.error ?? rules.error
  if (error !== null) return <Trouble error={error} retry={() => void Promise.all([own.refetch(), rules.refetch()])} />
  if (own.data === undefined || rules.data === undefined) return <Skeleton height={240} />
  return <Shown own={own.data} rules={rules.data} />
}

function Shown({ own, rules }: { readonly own: Own; readonly rules: OutboundRules }) {
  const texts = useTexts(ruleTexts)
  return (
    <Page title={texts.rulesOf(`${own.number} ${own.name}`)} about={texts.rulesOfAbout}>
      <Section title={texts.class}>
        <Edited own={own} rules={rules} />
      </Section>
      <Exceptions extensionId={own.extensionId} />
    </Page>
  )
}

const valuesOf = (own: Own): OwnValues => ({ ...classValuesOf(own), locked: own.locked })

function Edited({ own, rules }: { readonly own: Own; readonly rules: OutboundRules }) {
  const texts = useTexts(ruleTexts)
  const shared = useTexts(sharedTexts)
  const change = useChange('PATCH /outbound-rules/extensions/{extensionId}', { refreshes: ['/outbound-rules'] })
  const form = useForm<OwnValues>({
    initialValues: valuesOf(own),
    validate: { scheduleId: (id, { isTimed }) => (isTimed && id === null ? shared.required : null) },
  })
  const path = { extensionId: own.extensionId }
  const submit = useEdit({
    ...{ form, thing: own, valuesOf, byCode: { 'class-above-contract': 'class', 'no-such-target': 'scheduleId' } },
    save: (values, ifMatch) => change.mutateAsync([{ path, body: { ...classBodyOf(values), locked: values.locked }, ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <Stack gap="sm">
        <ClassFields form={form} rules={rules} otherwise={texts.asCustomer} />
        <Switch label={texts.locked} description={texts.lockedHint} {...form.getInputProps('locked', { type: 'checkbox' })} />
      </Stack>
    </FormFrame>
  )
}
