import { Checkbox, NumberInput, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useCustomerChoice } from '../../session/customer.tsx'
import { e164Of, isE164 } from '../../shared/destinations/phone-number.ts'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { EmptyState } from '../../shared/empty-state.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { REFRESHED } from './order.ts'
import { traceTexts } from './texts.ts'

/** At which field a broken rule is shown. */
const PROBLEM_FIELDS = {
  'trace-not-own-number': 'calledNumber',
  'trace-window-wrong': 'validUntil',
  'too-many-trace-orders': 'calledNumber',
}
const MAX_KEEP_DAYS = 365

interface Values {
  readonly calledNumber: string
  readonly reason: string
  readonly requestReference: string
  /** As the browser's field has it; empty: from now on. */
  readonly validFrom: string
  readonly validUntil: string
  readonly keepDays: number
  readonly userMayMark: boolean
}

const NEW: Values = {
  ...{ calledNumber: '', reason: '', requestReference: '', validFrom: '', validUntil: '', keepDays: 90, userMayMark: true },
}

/** The operator notes what the customer has asked for in writing. */
export function NewOrderPage() {
  const texts = useTexts(traceTexts)
  const { tenantId } = useCustomerChoice()
  return (
    <Page title={texts.add} about={texts.addAbout}>
      {tenantId === undefined ? <EmptyState title={texts.whoTitle} text={texts.emptyChoose} /> : <Fields tenantId={tenantId} />}
    </Page>
  )
}

function Fields({ tenantId }: { readonly tenantId: string }) {
  const texts = useTexts(traceTexts)
  const shared = useTexts(sharedTexts)
  const [, go] = useLocation()
  const create = useChange('POST /trace-orders', REFRESHED)
  const needed = (text: string): string | null => (text.trim() === '' ? shared.required : null)
  const form = useForm<Values>({
    initialValues: NEW,
    validate: {
      ...{ reason: needed, requestReference: needed, validUntil: needed },
      calledNumber: (text) => (isE164(e164Of(text)) ? null : texts.numberWrong),
    },
  })
  const submit = useSubmit(
    form,
    async ({ calledNumber, reason, requestReference, validFrom, validUntil, keepDays, userMayMark }) => {
      const times = { validFrom: momentOf(validFrom), validUntil: momentOf(validUntil) }
      const about = { calledNumber: e164Of(calledNumber), reason: reason.trim(), requestReference: requestReference.trim() }
      go(`/${(await create.mutateAsync([{ body: { tenantId, ...about, ...times, keepDays, userMayMark } }])).id}`)
    },
    PROBLEM_FIELDS,
  )
  return (
    <FormFrame act="create" submit={submit}>
      <Stack maw={560}>
        <TextInput
          label={texts.calledNumber}
          description={texts.calledNumberHint}
          type="tel"
          required
          {...form.getInputProps('calledNumber')}
        />
        <Textarea label={texts.reason} description={texts.reasonHint} required maxLength={500} autosize {...form.getInputProps('reason')} />
        <TextInput
          label={texts.requestReference}
          description={texts.requestReferenceHint}
          required
          maxLength={500}
          {...form.getInputProps('requestReference')}
        />
        <TextInput label={texts.validFrom} description={texts.validFromHint} type="datetime-local" {...form.getInputProps('validFrom')} />
        <TextInput
          label={texts.validUntil}
          description={texts.validUntilHint}
          type="datetime-local"
          required
          {...form.getInputProps('validUntil')}
        />
        <NumberInput
          label={texts.keepDays}
          description={texts.keepDaysHint}
          min={1}
          max={MAX_KEEP_DAYS}
          allowDecimal={false}
          {...form.getInputProps('keepDays')}
        />
        <Checkbox
          label={texts.userMayMark}
          description={texts.userMayMarkHint}
          {...form.getInputProps('userMayMark', { type: 'checkbox' })}
        />
      </Stack>
    </FormFrame>
  )
}

/** Where the browser is; nothing given is now. */
function momentOf(local: string): string {
  return (local === '' ? new Date() : new Date(local)).toISOString()
}
