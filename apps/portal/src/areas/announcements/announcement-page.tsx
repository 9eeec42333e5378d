import { Fieldset, Skeleton, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { NAME_PROBLEM_FIELDS, NameFields, type NameValues, numberOf, useNameRules } from '../../shared/editing/name-fields.tsx'
import { Users } from '../../shared/editing/still-used.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { LANGUAGES } from '../../shared/texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { SoundCard } from './sound-card.tsx'
import { announcementTexts } from './texts.ts'

type Announcement = Answer<'GET /announcements/{announcementId}'>

export function AnnouncementPage({ announcementId }: { readonly announcementId: string }) {
  const texts = useTexts(announcementTexts)
  const [, go] = useLocation()
  const path = { announcementId }
  const { data, error, refetch } = useAnswer('GET /announcements/{announcementId}', [{ path }])
  const remove = useChange('DELETE /announcements/{announcementId}', { refreshes: ['/announcements', '/call-targets'] })
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  const deletion = (
    <DeleteButton
      title={texts.deleteOne(data.name)}
      consequence={texts.deleteConsequence}
      thing={data}
      remove={(ifMatch) => remove.mutateAsync([{ path, ifMatch }])}
      deleted={texts.deleted}
      then={() => go('/')}
    />
  )
  return (
    <Page title={[data.number, data.name].filter(Boolean).join(' ')} actions={deletion}>
      <Stack maw={760}>
        {LANGUAGES.map((language) => (
          <SoundCard
            key={language}
            announcementId={announcementId}
            language={language}
            sound={data.sounds.find((sound) => sound.language === language)}
          />
        ))}
        <Fieldset legend={texts.usedBy}>
          {data.usedBy.length === 0 ? <Text size="sm">{texts.unused}</Text> : <Users usedBy={data.usedBy} />}
        </Fieldset>
        <Fieldset legend={texts.general}>
          <General announcement={data} />
        </Fieldset>
      </Stack>
    </Page>
  )
}

type Named = Pick<Announcement, 'name' | 'number'>

function valuesOf({ name, number }: Named): NameValues {
  return { name, number: number ?? '' }
}

function General({ announcement }: { readonly announcement: Announcement }) {
  const path = { announcementId: announcement.id }
  const change = useChange('PATCH /announcements/{announcementId}', { refreshes: ['/announcements', '/call-targets'] })
  const form = useForm<NameValues>({ initialValues: valuesOf(announcement), validate: useNameRules() })
  const submit = useEdit({
    ...{ form, thing: announcement, valuesOf, byCode: NAME_PROBLEM_FIELDS },
    save: (values, ifMatch) => change.mutateAsync([{ path, body: { name: values.name.trim(), number: numberOf(values) }, ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <NameFields form={form} />
    </FormFrame>
  )
}
