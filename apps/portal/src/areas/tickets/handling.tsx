import { Checkbox, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useChange } from '../../api/queries.ts'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useTexts } from '../../shared/language.tsx'
import { localOf, momentOf } from '../../shared/local-moment.ts'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { ticketTexts } from './texts.ts'
import { KINDS, REFRESHED, SEVERITIES, type Ticket } from './ticket.ts'

/** What only the operator says of a ticket: what it is, what is done, who answers for it (§ 58 TKG). */
export function Handling({ ticket }: { readonly ticket: Ticket }) {
  const texts = useTexts(ticketTexts)
  const shared = useTexts(sharedTexts)
  const { done } = useNotices()
  const change = useChange('PATCH /tickets/{ticketId}', REFRESHED)
  const { kind, severity, severityConfirmed, measures, expectedAt, causedByCustomer, missedAppointments } = ticket
  const form = useForm({
    initialValues: { kind, severity, severityConfirmed, measures, expectedAt: localOf(expectedAt), causedByCustomer, missedAppointments },
  })
  const submit = useSubmit(form, async (values) => {
    await change.mutateAsync([{ path: { ticketId: ticket.id }, body: { ...values, expectedAt: momentOf(values.expectedAt) } }])
    done(shared.saved)
  })
  return (
    <Section title={texts.handling} about={texts.handlingAbout}>
      <FormFrame act="save" submit={submit}>
        <Stack>
          <Select
            label={texts.kind}
            data={KINDS.map((value) => ({ value, label: texts[`kind-${value}`] }))}
            allowDeselect={false}
            {...form.getInputProps('kind')}
          />
          <Select
            label={texts.severity}
            data={SEVERITIES.map((value) => ({ value, label: texts[`severity-${value}`] }))}
            allowDeselect={false}
            {...form.getInputProps('severity')}
          />
          {form.values.kind === 'fault' ? (
            <Checkbox
              label={texts.severityConfirmed}
              description={texts.severityConfirmedHint}
              {...form.getInputProps('severityConfirmed', { type: 'checkbox' })}
            />
          ) : null}
          <Textarea
            label={texts.measures}
            description={texts.measuresHint}
            autosize
            maxLength={2_000}
            {...form.getInputProps('measures')}
          />
          <TextInput label={texts.expectedAt} type="datetime-local" {...form.getInputProps('expectedAt')} />
          <NumberInput
            label={texts.missedAppointments}
            description={texts.missedAppointmentsHint}
            min={0}
            max={20}
            allowDecimal={false}
            {...form.getInputProps('missedAppointments')}
          />
          <Checkbox label={texts.causedByCustomer} {...form.getInputProps('causedByCustomer', { type: 'checkbox' })} />
        </Stack>
      </FormFrame>
    </Section>
  )
}
