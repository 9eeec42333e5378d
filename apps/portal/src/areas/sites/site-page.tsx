import { Button, Group, Select, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useLocation } from 'wouter'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { History } from './history.tsx'
import { Move } from './move.tsx'
import { Proofs } from './proofs.tsx'
import { bodyOf, networksIn, type Site, valuesOf } from './site.ts'
import { SITE_PROBLEM_FIELDS, SiteFields, useSiteForm } from './site-fields.tsx'
import { siteTexts } from './texts.ts'

export function SitePage({ siteId }: { readonly siteId: string }) {
  const { data, error, refetch } = useAnswer('GET /sites/{siteId}', [{ path: { siteId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page title={data.name} actions={<Deletion site={data} />}>
      <Emergency site={data} />
      <Editor site={data} />
      <Move site={data} />
      <Proofs site={data} />
      <History site={data} />
    </Page>
  )
}

/** What 110 and 112 see of it, and what is missing. */
function Emergency({ site: { id, flaws, main, shownToEmergency } }: { readonly site: Site }) {
  const texts = useTexts(siteTexts)
  const mayChange = useMayChange()
  const { done, failed } = useNotices()
  const change = useChange('PATCH /sites/{siteId}', { refreshes: ['/sites'] })
  const makeMain = (): void => {
    change.mutateAsync([{ path: { siteId: id }, body: { main: true } }]).then(() => done(texts.isMain), failed)
  }
  return (
    <Section title={texts.emergency} {...(main ? { about: `${texts.main}: ${texts.mainAbout}` } : {})}>
      {shownToEmergency === null ? null : <Text size="sm">{texts.shows(shownToEmergency)}</Text>}
      {flaws.map((flaw) => (
        <Text key={flaw} size="sm" role="alert">
          {texts[flaw]}
        </Text>
      ))}
      {main || !mayChange ? null : (
        <Group>
          <Button variant="default" onClick={makeMain} loading={change.isPending}>
            {texts.makeMain}
          </Button>
        </Group>
      )}
    </Section>
  )
}

function Editor({ site }: { readonly site: Site }) {
  const texts = useTexts(siteTexts)
  const change = useChange('PATCH /sites/{siteId}', { refreshes: ['/sites'] })
  const form = useSiteForm(valuesOf(site))
  const { data } = useAnswer('GET /numbers', [{ query: { ...useCustomer(), limit: 200 } }])
  const submit = useEdit({
    ...{ form, thing: site, valuesOf, byCode: SITE_PROBLEM_FIELDS },
    save: (values, ifMatch) => {
      const body = { ...bodyOf(values), emergencyNumber: values.emergencyNumber, networks: networksIn(values.networks) }
      return change.mutateAsync([{ path: { siteId: site.id }, body, ifMatch }])
    },
  })
  const here = (data?.items ?? []).filter(
    ({ e164, siteId }) => e164.startsWith(`+49${site.areaCode}`) && (siteId === site.id || (siteId === null && site.main)),
  )
  const choices = new Set([...(site.emergencyNumber === null ? [] : [site.emergencyNumber]), ...here.map(({ e164 }) => e164)])
  return (
    <Section title={texts.address} about={texts.correction}>
      <FormFrame act="save" submit={submit}>
        <Stack>
          <SiteFields form={form} />
          <Select
            label={texts.ownEmergency}
            placeholder={texts.firstNumber}
            data={[...choices]}
            maw={560}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': texts.firstNumber }}
            {...form.getInputProps('emergencyNumber')}
          />
          <TextInput label={texts.networks} description={texts.networksHint} maw={560} {...form.getInputProps('networks')} />
        </Stack>
      </FormFrame>
    </Section>
  )
}

function Deletion({ site }: { readonly site: Site }) {
  const { id, name } = site
  const texts = useTexts(siteTexts)
  const [, go] = useLocation()
  const remove = useChange('DELETE /sites/{siteId}', { refreshes: ['/sites'] })
  return (
    <DeleteButton
      title={texts.deleteOne(name)}
      consequence={texts.deleteConsequence}
      thing={site}
      remove={(ifMatch) => remove.mutateAsync([{ path: { siteId: id }, ifMatch }])}
      deleted={texts.deleted}
      then={() => go('/')}
    />
  )
}
