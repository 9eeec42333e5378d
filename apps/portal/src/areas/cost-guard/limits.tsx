import { NumberInput, SimpleGrid, Skeleton, Stack, Switch, TagsInput, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { TargetSelect } from '../../shared/destinations/target-select.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { type GuardSettings, type LimitValues, limitBodyOf, limitValuesOf } from './limit-values.ts'
import { inMoney } from './money.ts'
import { guardTexts } from './texts.ts'

/** What administrators set, below what the provider allows. */
export function Limits() {
  const texts = useTexts(guardTexts)
  const { data, error, refetch } = useAnswer('GET /cost-guard', [{ query: useCustomer() }])
  return (
    <Section title={texts.limits} about={texts.limitsAbout}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={240} /> : null}
      {data === undefined ? null : <Edited settings={data} />}
    </Section>
  )
}

function Edited({ settings }: { readonly settings: GuardSettings }) {
  const query = useCustomer()
  const change = useChange('PATCH /cost-guard', { refreshes: ['/cost-guard'] })
  const form = useForm<LimitValues>({ initialValues: limitValuesOf(settings) })
  const submit = useEdit({
    ...{ form, thing: settings, valuesOf: limitValuesOf, byCode: { 'no-such-target': 'businessHours' } },
    save: (values, ifMatch) => change.mutateAsync([{ query, body: limitBodyOf(values), ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <Stack gap="sm">
        <Amounts form={form} contract={settings.contract} />
        <Rules form={form} isHeldByContract={settings.contractHoldsNewCountries} />
      </Stack>
    </FormFrame>
  )
}

interface AmountsProps {
  readonly form: UseFormReturnType<LimitValues>
  readonly contract: GuardSettings['contract']
}

function Amounts({ form, contract }: AmountsProps) {
  const texts = useTexts(guardTexts)
  const { language } = useLanguage()
  const most = (limit: number | undefined, isMoney = false): string =>
    limit === undefined ? texts.noMost : texts.most(isMoney ? inMoney(limit, language) : String(limit))
  const whole = { min: 0, allowDecimal: false, allowNegative: false } as const
  const money = { min: 0, decimalScale: 2, allowNegative: false, suffix: ' €', decimalSeparator: language === 'de' ? ',' : '.' } as const
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <NumberInput
        label={texts.minutesPerDay}
        description={most(contract.minutesPerDay)}
        {...whole}
        {...form.getInputProps('minutesPerDay')}
      />
      <NumberInput
        label={texts.minutesPerExtensionPerDay}
        description={most(contract.minutesPerExtensionPerDay)}
        {...whole}
        {...form.getInputProps('minutesPerExtensionPerDay')}
      />
      <NumberInput
        label={texts.microsPerDay}
        description={most(contract.microsPerDay, true)}
        {...money}
        {...form.getInputProps('moneyPerDay')}
      />
      <NumberInput
        label={texts.microsPerExtensionPerDay}
        description={most(contract.microsPerExtensionPerDay, true)}
        {...money}
        {...form.getInputProps('moneyPerExtensionPerDay')}
      />
      <NumberInput
        label={texts.internationalCalls}
        description={most(contract.internationalCalls)}
        {...whole}
        {...form.getInputProps('internationalCalls')}
      />
      <NumberInput
        label={texts.offHoursMinutes}
        description={most(contract.offHoursMinutes)}
        {...whole}
        {...form.getInputProps('offHoursMinutes')}
      />
    </SimpleGrid>
  )
}

function Rules({ form, isHeldByContract }: { readonly form: UseFormReturnType<LimitValues>; readonly isHeldByContract: boolean }) {
  const texts = useTexts(guardTexts)
  const { businessHours } = form.values
  return (
    <>
      <TargetSelect
        kind="schedule"
        label={texts.businessHours}
        value={businessHours}
        onChange={(id) => form.setFieldValue('businessHours', id)}
        error={form.errors.businessHours}
        clearable
      />
      <Switch
        label={texts.holdNewCountries}
        description={isHeldByContract ? texts.heldByContract : undefined}
        {...form.getInputProps('holdNewCountries', { type: 'checkbox' })}
      />
      <TagsInput label={texts.extensionAgents} description={texts.agentsHint} maxTags={50} {...form.getInputProps('extensionAgents')} />
      <TagsInput label={texts.trunkAgents} description={texts.agentsHint} maxTags={50} {...form.getInputProps('trunkAgents')} />
      <TextInput label={texts.mailTo} description={texts.mailToHint} type="email" {...form.getInputProps('mailTo')} />
    </>
  )
}
