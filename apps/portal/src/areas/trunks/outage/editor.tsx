import { Anchor, Radio, Select, Stack, Text, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { Link } from 'wouter'
import { useChange } from '../../../api/queries.ts'
import { e164Of, isE164 } from '../../../shared/destinations/phone-number.ts'
import { readableNumbers } from '../../../shared/destinations/readable-numbers.ts'
import { TargetSelect } from '../../../shared/destinations/target-select.tsx'
import { FormFrame } from '../../../shared/editing/form-frame.tsx'
import { useEdit } from '../../../shared/editing/use-edit.ts'
import { useTexts } from '../../../shared/language.tsx'
import { Section } from '../../../shared/section.tsx'
import { sharedTexts } from '../../../shared/shared-texts.ts'
import type { Trunk } from '../trunk.ts'
import { type Continuity, destinationOf, NOTHING_SET, type OutageValues, outageValuesOf, REFRESHED, WAYS } from './outage.ts'
import { SpokenText } from './spoken-text.tsx'
import { outageTexts } from './texts.ts'

const MODES = ['automatic', 'always', 'off'] as const
const PROBLEM_FIELDS = { 'continuity-own-number': 'number', 'leads-to-help': 'number' }

interface EditorProps {
  readonly trunk: Trunk
  /** Undefined: nothing is set. */
  readonly continuity: Continuity | undefined
}

/** When calls go elsewhere, and by which of the three ways (BCP-01). */
export function Editor({ trunk, continuity }: EditorProps) {
  const texts = useTexts(outageTexts)
  const shared = useTexts(sharedTexts)
  const put = useChange('PUT /trunk-continuity/{trunkId}', REFRESHED)
  const form = useForm<OutageValues>({
    initialValues: continuity === undefined ? NOTHING_SET : shownValuesOf(continuity),
    validate: {
      number: (number, { way }) => (way === 'external' && !isE164(e164Of(number)) ? texts.numberWrong : null),
      announcementId: (id, { way }) => (way === 'announcement' && id === null ? shared.required : null),
      mailboxId: (id, { way }) => (way === 'voicemail' && id === null ? shared.required : null),
    },
  })
  const submit = useEdit<OutageValues, Continuity>({
    ...{ form, thing: continuity ?? unset(trunk), valuesOf: shownValuesOf, byCode: PROBLEM_FIELDS, canUndo: continuity !== undefined },
    save: (values, ifMatch) => {
      const body = { mode: values.mode, destination: destinationOf(values, e164Of(values.number)) }
      return put.mutateAsync([{ path: { trunkId: trunk.id }, query: { tenantId: trunk.tenantId }, body, ifMatch }])
    },
  })
  return (
    <Section title={texts.settings} about={texts.settingsAbout}>
      <FormFrame act="save" submit={submit}>
        <Stack maw={560}>
          <Select
            label={texts.when}
            data={MODES.map((value) => ({ value, label: texts[`mode-${value}`] }))}
            allowDeselect={false}
            {...form.getInputProps('mode')}
          />
          <Radio.Group label={texts.way} {...form.getInputProps('way')}>
            <Stack gap="xs" mt="xs">
              {WAYS.map((way) => (
                <Radio key={way} value={way} label={texts[`to-${way}`]} description={texts[`about-${way}`]} />
              ))}
            </Stack>
          </Radio.Group>
          <WayFields form={form} trunk={trunk} />
        </Stack>
      </FormFrame>
    </Section>
  )
}

/** What is shown as long as nothing is set; it has no version, so the first one who saves sets it. */
function unset({ id }: Trunk): Continuity {
  return { trunkId: id, mode: 'off', destination: { kind: 'external', number: '' }, changedBy: null, changedAt: null }
}

function shownValuesOf(continuity: Continuity): OutageValues {
  const values = outageValuesOf(continuity)
  return { ...values, number: readableNumbers(values.number) }
}

function WayFields({ form, trunk }: { readonly form: UseFormReturnType<OutageValues>; readonly trunk: Trunk }) {
  const texts = useTexts(outageTexts)
  const { way, announcementId, mailboxId } = form.values
  if (way === 'external')
    return <TextInput label={texts.number} description={texts.numberHint} type="tel" required {...form.getInputProps('number')} />
  if (way === 'voicemail')
    return (
      <>
        <TargetSelect
          kind="voicemail"
          label={texts.mailbox}
          description={texts.mailboxHint}
          value={mailboxId}
          onChange={(id) => form.setFieldValue('mailboxId', id)}
          error={form.errors.mailboxId}
        />
        <Text size="sm">{texts.mailboxMail}</Text>
      </>
    )
  const chosen = (id: string | null): void => form.setFieldValue('announcementId', id)
  return (
    <>
      <TargetSelect
        kind="announcement"
        label={texts.announcement}
        value={announcementId}
        onChange={chosen}
        error={form.errors.announcementId}
      />
      {announcementId === null ? null : (
        <Anchor component={Link} href={`~/announcements/${announcementId}`} size="sm">
          {texts.hear}
        </Anchor>
      )}
      <SpokenText trunk={trunk} made={chosen} />
    </>
  )
}
