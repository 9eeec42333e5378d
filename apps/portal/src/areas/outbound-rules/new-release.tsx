import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { TargetSelect } from '../../shared/destinations/target-select.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { NO_TARGET, TargetFields, type TargetValues, targetIn, targetRules } from './target-fields.tsx'
import { ruleTexts } from './texts.ts'

interface ReleaseValues extends TargetValues {
  readonly formReference: string
  readonly formDate: string
  readonly validFrom: string
  readonly validUntil: string
  readonly extensionId: string | null
  readonly siteId: string | null
}

/** By the form that the customer has signed. */
export function NewRelease({ close }: { readonly close: () => void }) {
  const texts = useTexts(ruleTexts)
  const shared = useTexts(sharedTexts)
  const customer = useCustomer()
  const { done } = useNotices()
  const create = useChange('POST /outbound-rules/releases', { refreshes: ['/outbound-rules'] })
  const filled = (text: string): string | null => (text.trim() === '' ? shared.required : null)
  const today = new Date().toISOString().slice(0, 10)
  const form = useForm<ReleaseValues>({
    initialValues: { ...NO_TARGET, formReference: '', formDate: today, validFrom: today, validUntil: '', extensionId: null, siteId: null },
    validate: { ...targetRules(texts.prefixWrong, shared.required), formReference: filled, formDate: filled, validFrom: filled },
  })
  const submit = useSubmit(
    form,
    async (values) => {
      const { formReference, formDate, validFrom, validUntil, extensionId } = values
      // What is for an extension is for it wherever it stands.
      const siteId = extensionId === null ? values.siteId : null
      const times = { validFrom: midnight(validFrom), validUntil: validUntil === '' ? null : midnight(validUntil, 1) }
      await create.mutateAsync([
        { body: { ...customer, target: targetIn(values), formReference, formDate, extensionId, siteId, ...times } },
      ])
      done(texts.released)
      close()
    },
    { 'never-released': form.values.by, 'release-contradictory': 'validUntil' },
  )
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="sm">
        <TargetFields form={form} />
        <TargetSelect
          kind="extension"
          label={texts.onlyFor}
          value={form.values.extensionId}
          onChange={(id) => form.setFieldValue('extensionId', id)}
          clearable
        />
        {form.values.extensionId === null ? (
          <OnlyAt value={form.values.siteId} onChange={(id) => form.setFieldValue('siteId', id)} />
        ) : null}
        <Group grow align="flex-start">
          <TextInput label={texts.formReference} required maxLength={100} {...form.getInputProps('formReference')} />
          <TextInput label={texts.formDate} type="date" required {...form.getInputProps('formDate')} />
        </Group>
        <Group grow align="flex-start">
          <TextInput label={texts.validFrom} type="date" required {...form.getInputProps('validFrom')} />
          <TextInput label={texts.validUntil} type="date" {...form.getInputProps('validUntil')} />
        </Group>
        <Group>
          <Button type="submit" loading={submit.isBusy}>
            {texts.release}
          </Button>
          <Button variant="default" onClick={close}>
            {shared.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** For one of several sites alone. */
function OnlyAt({ value, onChange }: { readonly value: string | null; readonly onChange: (siteId: string | null) => void }) {
  const texts = useTexts(ruleTexts)
  const { data } = useAnswer('GET /sites', [{ query: useCustomer() }])
  const sites = data?.items ?? []
  if (sites.length < 2) return null
  return (
    <Select
      label={texts.onlyAt}
      data={sites.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      clearable
      searchable
    />
  )
}

/** The beginning of that day, or of one some days later, where the browser is. */
function midnight(date: string, daysLater = 0): string {
  const at = new Date(`${date}T00:00`)
  at.setDate(at.getDate() + daysLater)
  return at.toISOString()
}
