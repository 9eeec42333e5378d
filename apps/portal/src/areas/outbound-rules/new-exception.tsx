import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { TargetSelect } from '../../shared/destinations/target-select.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { NO_TARGET, TargetFields, type TargetValues, targetIn, targetRules } from './target-fields.tsx'
import { ruleTexts } from './texts.ts'

interface ExceptionValues extends TargetValues {
  readonly effect: 'allow' | 'deny'
  readonly note: string
  readonly extensionId: string | null
}

/** `extensionId`: on the page of that extension; absent: for all, or for one that is chosen. */
export function NewException({ extensionId }: { readonly extensionId: string | undefined }) {
  const texts = useTexts(ruleTexts)
  const shared = useTexts(sharedTexts)
  const customer = useCustomer()
  const { done } = useNotices()
  const create = useChange('POST /outbound-rules/exceptions', { refreshes: ['/outbound-rules'] })
  const form = useForm<ExceptionValues>({
    initialValues: { ...NO_TARGET, effect: 'deny', note: '', extensionId: extensionId ?? null },
    validate: targetRules(texts.prefixWrong, shared.required),
  })
  const submit = useSubmit(
    form,
    async (values) => {
      const { effect, note } = values
      const exception = { effect, target: targetIn(values), note: note.trim() || null, extensionId: values.extensionId }
      await create.mutateAsync([{ body: { ...customer, ...exception } }])
      done(texts.exceptionAdded)
      form.reset()
    },
    { 'outbound-exception-taken': form.values.by },
  )
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="sm">
        <TargetFields form={form} />
        <Group align="flex-end" gap="sm">
          <Select
            label={texts.effect}
            data={(['deny', 'allow'] as const).map((value) => ({ value, label: texts[value] }))}
            allowDeselect={false}
            {...form.getInputProps('effect')}
          />
          {extensionId === undefined ? (
            <TargetSelect
              kind="extension"
              label={texts.onlyFor}
              value={form.values.extensionId}
              onChange={(id) => form.setFieldValue('extensionId', id)}
              clearable
            />
          ) : null}
          <TextInput label={texts.note} maxLength={200} {...form.getInputProps('note')} />
          <Button type="submit" variant="default" loading={submit.isBusy}>
            {texts.addException}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
