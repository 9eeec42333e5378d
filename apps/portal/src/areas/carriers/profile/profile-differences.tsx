import { Button, Group, MultiSelect, NumberInput, Select, Stack, TagsInput, Text } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useState } from 'react'
import { useAnswer, useChange } from '../../../api/queries.ts'
import { FormFrame } from '../../../shared/editing/form-frame.tsx'
import { useEdit } from '../../../shared/editing/use-edit.ts'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { Section } from '../../../shared/section.tsx'
import type { Carrier } from '../carrier.ts'
import {
  CHOICES,
  CODECS,
  IDENTITY_CHOICES,
  isStatus,
  type Profile,
  type ProfileValues,
  profileChangesOf,
  profileValuesOf,
} from './profile-changes.ts'
import { useWords } from './profile-words.ts'
import { profileTexts } from './texts.ts'

const MIN_SESSION_SECONDS = 90
const MAX_SESSION_SECONDS = 86_400

/** What one carrier does otherwise than its profile says; most do nothing otherwise, so it opens by a press. */
export function ProfileDifferences({ carrier }: { readonly carrier: Carrier }) {
  const texts = useTexts(profileTexts)
  const { language } = useLanguage()
  const { data } = useAnswer('GET /carrier-profiles', [])
  const count = Object.keys(carrier.profileChanges).length
  const [isOpen, setOpen] = useState(count > 0)
  const profile = data?.items.find(({ profile: name, usualFor }) =>
    carrier.profile === null ? usualFor === carrier.authentication.kind : name === carrier.profile,
  )
  return (
    <Section title={texts.title} about={texts.about}>
      {profile === undefined ? null : (
        <Text size="sm">
          {profile.title[language]}: {profile.about[language]}
        </Text>
      )}
      <Group justify="space-between">
        <Text size="sm">{count === 0 ? texts.nothing : texts.count(count)}</Text>
        <Button variant="default" size="xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? texts.close : texts.open}
        </Button>
      </Group>
      {isOpen && profile !== undefined ? <Editor carrier={carrier} profile={profile} /> : null}
    </Section>
  )
}

interface EditorProps {
  readonly carrier: Carrier
  readonly profile: Profile
}

function Editor({ carrier, profile }: EditorProps) {
  const texts = useTexts(profileTexts)
  const change = useChange('PATCH /carriers/{carrierId}', { refreshes: ['/carriers'] })
  const statuses = (list: string[]): string | null => (list.every(isStatus) ? null : texts.statusWrong)
  const form = useForm<ProfileValues>({
    initialValues: profileValuesOf(carrier),
    validate: {
      profileChanges: {
        goesOnAfter: statuses,
        endsAfter: (list, { profileChanges }) =>
          statuses(list) ?? (list.some((status) => profileChanges.goesOnAfter.includes(status)) ? texts.bothWays : null),
        sessionTimerSeconds: (seconds, { profileChanges }) =>
          profileChanges.sessionTimer === 'seconds' && seconds === '' ? texts.needed : null,
      },
    },
  })
  const submit = useEdit({
    ...{ form, thing: carrier, valuesOf: profileValuesOf },
    save: (values, ifMatch) =>
      change.mutateAsync([{ path: { carrierId: carrier.id }, body: { profileChanges: profileChangesOf(values) }, ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <Stack maw={560}>
        <ChosenFields form={form} settings={profile.settings} />
        <ListedFields form={form} settings={profile.settings} />
      </Stack>
    </FormFrame>
  )
}

interface FieldsProps {
  readonly form: UseFormReturnType<ProfileValues>
  readonly settings: Profile['settings']
}

/** What is chosen from a few words; the first one says what the profile has. */
function ChosenFields({ form, settings }: FieldsProps) {
  const texts = useTexts(profileTexts)
  const words = useWords()
  const { identity, userIsPhone } = settings
  const present: Readonly<Record<string, string | undefined>> = {
    ...{
      ...settings,
      identity: undefined,
      codecs: undefined,
      sessionTimerSeconds: undefined,
      goesOnAfter: undefined,
      endsAfter: undefined,
    },
    userIsPhone: userIsPhone === true ? 'yes' : 'no',
  }
  const field = (path: string, name: string, choices: readonly string[], asProfile: string | undefined) => (
    <Select
      key={path}
      label={words.field(name)}
      data={[
        { value: '', label: texts.asProfile(asProfile === undefined ? texts.asCalled : words.choice(name, asProfile)) },
        ...choices.map((value) => ({ value, label: words.choice(name, value) })),
      ]}
      allowDeselect={false}
      {...form.getInputProps(`profileChanges.${path}`)}
    />
  )
  return (
    <>
      {Object.entries(IDENTITY_CHOICES).map(([name, choices]) =>
        field(`identity.${name}`, name, choices, new Map(Object.entries(identity ?? {})).get(name)),
      )}
      {Object.entries(CHOICES).map(([name, choices]) => field(name, name, choices, present[name]))}
    </>
  )
}

function ListedFields({ form, settings }: FieldsProps) {
  const texts = useTexts(profileTexts)
  const { codecs, sessionTimerSeconds } = settings
  const timer =
    sessionTimerSeconds === undefined ? texts.asProduct : sessionTimerSeconds === null ? texts.noTimer : texts.seconds(sessionTimerSeconds)
  return (
    <>
      <MultiSelect
        label={texts.codecs}
        description={texts.codecsHint(codecs?.join(', ') ?? texts.allCodecs)}
        data={[...CODECS]}
        {...form.getInputProps('profileChanges.codecs')}
      />
      <Select
        label={texts.sessionTimer}
        data={[
          { value: '', label: texts.asProfile(timer) },
          { value: 'none', label: texts.noTimer },
          { value: 'seconds', label: texts.withTimer },
        ]}
        allowDeselect={false}
        {...form.getInputProps('profileChanges.sessionTimer')}
      />
      {form.values.profileChanges.sessionTimer === 'seconds' ? (
        <NumberInput
          label={texts.timerSeconds}
          min={MIN_SESSION_SECONDS}
          max={MAX_SESSION_SECONDS}
          allowDecimal={false}
          hideControls
          {...form.getInputProps('profileChanges.sessionTimerSeconds')}
        />
      ) : null}
      <TagsInput
        label={texts.goesOnAfter}
        description={texts.statusesHint}
        maxTags={64}
        {...form.getInputProps('profileChanges.goesOnAfter')}
      />
      <TagsInput
        label={texts.endsAfter}
        description={texts.statusesHint}
        maxTags={64}
        {...form.getInputProps('profileChanges.endsAfter')}
      />
    </>
  )
}
