import { NumberInput, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useAnswer, useChange } from '../../../api/queries.ts'
import { FormFrame } from '../../../shared/editing/form-frame.tsx'
import { useEdit } from '../../../shared/editing/use-edit.ts'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { Section } from '../../../shared/section.tsx'
import { sharedTexts } from '../../../shared/shared-texts.ts'
import { BARRING_CLASSES, CALL_RATE_RULES, type ContractValues, type Customer, contractOf, contractValuesOf } from './contract.ts'
import { contractTexts } from './texts.ts'
import { UsedNow } from './used-now.tsx'

const MAX_CHANNELS = 10_000
const MAX_CALLS_PER_SECOND = 1_000

/** What the customer has by its contract: channels, call rate, barring class; beside it what it uses now. */
export function ContractSection({ customer }: { readonly customer: Customer }) {
  const texts = useTexts(contractTexts)
  const shared = useTexts(sharedTexts)
  const change = useChange('PATCH /tenants/{tenantId}', { refreshes: ['/tenants', '/channel-usage', '/outbound-rules'] })
  const form = useForm<ContractValues>({
    initialValues: contractValuesOf(customer),
    validate: { callsPerSecond: (calls, { rule }) => (rule === 'fixed' && calls === '' ? shared.required : null) },
  })
  const submit = useEdit({
    ...{ form, thing: customer, valuesOf: contractValuesOf },
    save: (values, ifMatch) =>
      change.mutateAsync([{ path: { tenantId: customer.id }, body: { profile: contractOf(values, customer) }, ifMatch }]),
  })
  return (
    <Section title={texts.title} about={texts.about}>
      <UsedNow tenantId={customer.id} />
      <FormFrame act="save" submit={submit}>
        <Stack gap="sm">
          <Limits form={form} />
          <Barring form={form} tenantId={customer.id} />
        </Stack>
      </FormFrame>
    </Section>
  )
}

interface FieldsProps {
  readonly form: UseFormReturnType<ContractValues>
}

function Limits({ form }: FieldsProps) {
  const texts = useTexts(contractTexts)
  const { language } = useLanguage()
  const { rule } = form.values
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        {(['both', 'in', 'out'] as const).map((which) => (
          <NumberInput
            key={which}
            label={texts[which]}
            description={texts.noLimit}
            min={1}
            max={MAX_CHANNELS}
            allowDecimal={false}
            {...form.getInputProps(which)}
          />
        ))}
      </SimpleGrid>
      <Select
        label={texts.rule}
        description={texts.ruleHint}
        data={[{ value: '', label: texts.anyRate }, ...CALL_RATE_RULES.map((value) => ({ value, label: texts[`rule-${value}`] }))]}
        allowDeselect={false}
        {...form.getInputProps('rule')}
      />
      {rule === 'fixed' ? (
        <NumberInput
          label={texts.callsPerSecond}
          min={0.01}
          max={MAX_CALLS_PER_SECOND}
          decimalScale={2}
          decimalSeparator={language === 'de' ? ',' : '.'}
          required
          maw={240}
          {...form.getInputProps('callsPerSecond')}
        />
      ) : null}
    </>
  )
}

function Barring({ form, tenantId }: FieldsProps & { readonly tenantId: string }) {
  const texts = useTexts(contractTexts)
  const { language } = useLanguage()
  const { data } = useAnswer('GET /outbound-rules', [{ query: { tenantId } }])
  const titleOf = (wanted: number): string => data?.classes.find((each) => each.class === wanted)?.title[language] ?? ''
  return (
    <>
      <Select
        label={texts.barringClass}
        description={texts.barringClassHint}
        data={BARRING_CLASSES.map((each) => ({ value: String(each), label: `${each}: ${titleOf(each)}` }))}
        allowDeselect={false}
        {...form.getInputProps('barringClass')}
      />
      {data === undefined ? null : (
        <Text size="sm">{data.class === null ? texts.classAsContract : texts.ownClass(`${data.class}: ${titleOf(data.class)}`)}</Text>
      )}
    </>
  )
}
