import { Checkbox, Group, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useCustomer, useCustomerChoice } from '../../session/customer.tsx'
import { hasCustomers } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { EmptyState } from '../../shared/empty-state.tsx'
import { useTexts } from '../../shared/language.tsx'
import { momentOf } from '../../shared/local-moment.ts'
import { Page } from '../../shared/page.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { ticketTexts } from './texts.ts'
import { CHECKS, KINDS, REFRESHED, SEVERITIES } from './ticket.ts'

/** At which field a broken rule is shown. */
const PROBLEM_FIELDS = { 'too-many-tickets': 'subject', 'too-many-tickets-today': 'subject' }

interface Values {
  readonly kind: (typeof KINDS)[number]
  readonly severity: (typeof SEVERITIES)[number]
  readonly subject: string
  readonly text: string
  readonly affected: string
  /** As the browser's field has it; empty: not told. */
  readonly since: string
  readonly checked: string[]
  readonly findings: string
  readonly contactMail: string
}
export type ReportValues = Pick<Values, 'affected' | 'since' | 'checked' | 'findings'>

const NEW: Values = {
  ...{ kind: 'fault', severity: 'impaired', subject: '', text: '', affected: '', since: '', checked: [], findings: '', contactMail: '' },
}

/** A fault with what has been checked (PORT-07), a question, or work that is charged for. */
export function NewTicketPage() {
  const texts = useTexts(ticketTexts)
  const isOfMany = hasCustomers(useSession())
  const { tenantId } = useCustomerChoice()
  return (
    <Page title={texts.add} about={texts.addAbout}>
      {isOfMany && tenantId === undefined ? <EmptyState title={texts.whoTitle} text={texts.emptyChoose} /> : <Fields />}
    </Page>
  )
}

function Fields() {
  const texts = useTexts(ticketTexts)
  const shared = useTexts(sharedTexts)
  const [, go] = useLocation()
  const customer = useCustomer()
  const isOperator = useSession().kind === 'operator'
  const open = useChange('POST /tickets', REFRESHED)
  const needed = (text: string): string | null => (text.trim() === '' ? shared.required : null)
  const form = useForm<Values>({ initialValues: NEW, validate: { subject: needed, text: needed } })
  const submit = useSubmit(
    form,
    async (values) => {
      const { kind, severity, subject, text, contactMail } = values
      const mail = contactMail.trim() === '' ? {} : { contactMail: contactMail.trim() }
      const report = kind === 'fault' ? { report: reportOf(values) } : {}
      const via = isOperator ? 'phone' : 'portal'
      go(`/${(await open.mutateAsync([{ body: { ...customer, kind, severity, subject, text, via, ...mail, ...report } }])).id}`)
    },
    PROBLEM_FIELDS,
  )
  return (
    <FormFrame act="create" submit={submit}>
      <Stack maw={560}>
        <Select
          label={texts.kind}
          data={KINDS.map((value) => ({ value, label: texts[`kind-${value}`] }))}
          allowDeselect={false}
          {...form.getInputProps('kind')}
        />
        <TextInput label={texts.subject} required maxLength={200} {...form.getInputProps('subject')} />
        <Textarea label={texts.text} required autosize minRows={4} maxLength={20_000} {...form.getInputProps('text')} />
        {form.values.kind === 'fault' ? <FaultFields form={form} /> : null}
        <TextInput
          label={texts.contactMail}
          description={isOperator ? texts.contactMailOperator : texts.contactMailHint}
          type="email"
          maxLength={254}
          {...form.getInputProps('contactMail')}
        />
      </Stack>
    </FormFrame>
  )
}

function FaultFields({ form }: { readonly form: UseFormReturnType<Values> }) {
  const texts = useTexts(ticketTexts)
  return (
    <>
      <Select
        label={texts.severity}
        data={SEVERITIES.map((value) => ({ value, label: texts[`severity-${value}`] }))}
        allowDeselect={false}
        {...form.getInputProps('severity')}
      />
      <TextInput label={texts.affected} description={texts.affectedHint} maxLength={1_000} {...form.getInputProps('affected')} />
      <TextInput label={texts.since} type="datetime-local" {...form.getInputProps('since')} />
      <Checkbox.Group label={texts.checked} description={texts.checkedHint} {...form.getInputProps('checked')}>
        <Group mt="xs">
          {CHECKS.map((check) => (
            <Checkbox key={check} value={check} label={texts[`check-${check}`]} />
          ))}
        </Group>
      </Checkbox.Group>
      <Textarea label={texts.findings} autosize maxLength={2_000} {...form.getInputProps('findings')} />
    </>
  )
}

export function reportOf({ affected, since, checked, findings }: ReportValues) {
  const tried = CHECKS.filter((check) => checked.includes(check))
  return { affected: affected.trim(), since: momentOf(since), checked: tried, findings: findings.trim() }
}
