import { Alert, Button, Group, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { Answer } from '../../api/operation.ts'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { TargetSelect } from '../../shared/destinations/target-select.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { ruleTexts } from './texts.ts'

type Verdict = Answer<'POST /outbound-rules/check'>

/** May this extension dial that number? The exchange answers with the rule, and nothing is dialled. */
export function Checker() {
  const texts = useTexts(ruleTexts)
  const shared = useTexts(sharedTexts)
  const customer = useCustomer()
  const check = useChange('POST /outbound-rules/check', { refreshes: [] })
  const [verdict, setVerdict] = useState<Verdict>()
  const form = useForm<{ extensionId: string | null; number: string; at: string }>({
    initialValues: { extensionId: null, number: '', at: '' },
    validate: { number: (number) => (number.trim() === '' ? shared.required : null) },
    onValuesChange: () => setVerdict(undefined),
  })
  const submit = useSubmit(form, async ({ extensionId, number, at }) => {
    const asked = { ...customer, extensionId, number, at: at === '' ? null : new Date(at).toISOString() }
    setVerdict(await check.mutateAsync([{ body: asked }]))
  })
  return (
    <Section title={texts.checker} about={texts.checkerAbout}>
      <form onSubmit={submit.onSubmit} noValidate>
        <Group align="flex-end" gap="sm">
          <TargetSelect
            kind="extension"
            label={texts.whoDials}
            value={form.values.extensionId}
            onChange={(id) => form.setFieldValue('extensionId', id)}
            clearable
          />
          <TextInput label={texts.dialledNumber} type="tel" required {...form.getInputProps('number')} />
          <TextInput label={texts.atTime} type="datetime-local" {...form.getInputProps('at')} />
          <Button type="submit" loading={submit.isBusy}>
            {texts.ask}
          </Button>
        </Group>
      </form>
      {verdict === undefined ? null : <VerdictInWords verdict={verdict} />}
    </Section>
  )
}

function VerdictInWords({ verdict: { allowed, sentence, withPin } }: { readonly verdict: Verdict }) {
  const texts = useTexts(ruleTexts)
  const { language } = useLanguage()
  return (
    <Alert color={allowed ? 'green' : 'red'} title={allowed ? texts.allowed : texts.refused} role="status" variant="default">
      {readableNumbers(sentence[language])} {withPin ? texts.withPin : ''}
    </Alert>
  )
}
