import { Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { TargetSelect } from '../../shared/destinations/target-select.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import type { Rule } from './rules.tsx'
import { recordingTexts } from './texts.ts'

type Kind = Rule['subject']['kind']
type Direction = Rule['directions'][number]

const KINDS: readonly Kind[] = ['extension', 'group', 'queue', 'all']
const DIRECTIONS: readonly Direction[] = ['inbound', 'outbound', 'internal']

interface Values {
  readonly kind: Kind
  readonly targetId: string | null
  readonly directions: readonly Direction[]
  readonly reason: string
}

/** A further rule; its purpose is asked for, because the law does. */
export function NewRule({ close }: { readonly close: () => void }) {
  const texts = useTexts(recordingTexts)
  const shared = useTexts(sharedTexts)
  const customer = useCustomer()
  const { done } = useNotices()
  const create = useChange('POST /recording-rules', { refreshes: ['/recording-rules'] })
  const form = useForm<Values>({
    initialValues: { kind: 'extension', targetId: null, directions: ['inbound', 'outbound'], reason: '' },
    validate: {
      targetId: (id, { kind }) => (kind !== 'all' && id === null ? shared.required : null),
      directions: (chosen) => (chosen.length === 0 ? shared.required : null),
      reason: (reason) => (reason.trim() === '' ? shared.required : null),
    },
  })
  const { kind, targetId, directions } = form.values
  const submit = useSubmit(form, async ({ reason }) => {
    const subject = kind === 'all' ? { kind } : { kind, targetId: targetId ?? '' }
    await create.mutateAsync([{ body: { ...customer, subject, directions, reason } }])
    done(texts.ruleAdded)
    close()
  })
  const choose = (wanted: string | null): void => {
    form.setValues({ kind: KINDS.find((each) => each === wanted) ?? 'extension', targetId: null })
  }
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="sm">
        <Select
          label={texts.subject}
          data={KINDS.map((value) => ({ value, label: texts[value] }))}
          value={kind}
          onChange={choose}
          allowDeselect={false}
        />
        {kind === 'all' ? null : (
          <TargetSelect
            key={kind}
            kind={kind}
            label={texts.which}
            value={targetId}
            onChange={(id) => form.setFieldValue('targetId', id)}
            error={form.errors.targetId}
          />
        )}
        <Checkbox.Group
          label={texts.directions}
          value={[...directions]}
          onChange={(chosen) =>
            form.setFieldValue(
              'directions',
              DIRECTIONS.filter((each) => chosen.includes(each)),
            )
          }
          error={form.errors.directions}
        >
          <Group mt="xs">
            {DIRECTIONS.map((direction) => (
              <Checkbox key={direction} value={direction} label={texts[direction]} />
            ))}
          </Group>
        </Checkbox.Group>
        <TextInput label={texts.purpose} description={texts.purposeHint} required maxLength={200} {...form.getInputProps('reason')} />
        <Group>
          <Button type="submit" loading={submit.isBusy}>
            {texts.addRule}
          </Button>
          <Button variant="default" onClick={close}>
            {shared.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
