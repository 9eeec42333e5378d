import { NumberInput, Skeleton, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { spamTexts } from './texts.ts'

type Protection = Answer<'GET /spam-protection'>
const FIELDS = ['markFrom', 'voicemailFrom', 'rejectFrom'] as const
/** Empty: never. */
type Values = Readonly<Record<(typeof FIELDS)[number], number | ''>>

/** From which scores on what is done. */
export function Thresholds() {
  const texts = useTexts(spamTexts)
  const { data, error, refetch } = useAnswer('GET /spam-protection', [{ query: useCustomer() }])
  return (
    <Section title={texts.thresholds} about={texts.thresholdsAbout}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={160} /> : null}
      {data === undefined ? null : <Edited protection={data} />}
    </Section>
  )
}

function valuesOf({ markFrom, voicemailFrom, rejectFrom }: Protection): Values {
  return { markFrom: markFrom ?? '', voicemailFrom: voicemailFrom ?? '', rejectFrom: rejectFrom ?? '' }
}

function scoreOf(value: number | ''): number | null {
  return value === '' ? null : value
}

function Edited({ protection }: { readonly protection: Protection }) {
  const texts = useTexts(spamTexts)
  const query = useCustomer()
  const change = useChange('PATCH /spam-protection', { refreshes: ['/spam-protection'] })
  const inRange = (value: number | ''): string | null =>
    value === '' || (Number.isInteger(value) && value >= 1 && value <= 100) ? null : texts.outOfRange
  const form = useForm<Values>({
    initialValues: valuesOf(protection),
    validate: { markFrom: inRange, voicemailFrom: inRange, rejectFrom: inRange },
  })
  const submit = useEdit({
    ...{ form, thing: protection, valuesOf },
    save: ({ markFrom, voicemailFrom, rejectFrom }, ifMatch) => {
      const body = { markFrom: scoreOf(markFrom), voicemailFrom: scoreOf(voicemailFrom), rejectFrom: scoreOf(rejectFrom) }
      return change.mutateAsync([{ query, body, ifMatch }])
    },
  })
  const hints = { markFrom: undefined, voicemailFrom: texts.voicemailHint, rejectFrom: texts.rejectHint }
  return (
    <FormFrame act="save" submit={submit}>
      <Stack gap="sm" maw={560}>
        {FIELDS.map((field) => (
          <NumberInput
            key={field}
            label={texts[field]}
            description={hints[field]}
            placeholder={texts.never}
            min={1}
            max={100}
            clampBehavior="none"
            allowDecimal={false}
            {...form.getInputProps(field)}
          />
        ))}
      </Stack>
    </FormFrame>
  )
}
