import { Skeleton } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import { useAnswer, useChange } from '../../api/queries.ts'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { NAME_PROBLEM_FIELDS, useNameRules } from '../../shared/editing/name-fields.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { bodyOf, type PageGroup, type PageGroupValues, valuesOf } from './page-group.ts'
import { PageGroupFields } from './page-group-fields.tsx'
import { pagingTexts } from './texts.ts'

const REFRESHED = { refreshes: ['/page-groups', '/call-targets'] }

export function PageGroupPage({ teamId }: { readonly teamId: string }) {
  const { data, error, refetch } = useAnswer('GET /page-groups/{teamId}', [{ path: { teamId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return <Editor group={data} />
}

function Editor({ group }: { readonly group: PageGroup }) {
  const texts = useTexts(pagingTexts)
  const [, go] = useLocation()
  const path = { teamId: group.id }
  const change = useChange('PATCH /page-groups/{teamId}', REFRESHED)
  const remove = useChange('DELETE /page-groups/{teamId}', REFRESHED)
  const form = useForm<PageGroupValues>({ initialValues: valuesOf(group), validate: useNameRules() })
  const submit = useEdit({
    ...{ form, thing: group, valuesOf, byCode: NAME_PROBLEM_FIELDS },
    save: (values, ifMatch) => change.mutateAsync([{ path, body: bodyOf(values, group), ifMatch }]),
  })
  const deletion = (
    <DeleteButton
      title={texts.deleteOne(group.name)}
      consequence={texts.deleteConsequence}
      thing={group}
      remove={(ifMatch) => remove.mutateAsync([{ path, ifMatch }])}
      deleted={texts.deleted}
      then={() => go('/')}
    />
  )
  return (
    <Page title={[group.number, group.name].filter(Boolean).join(' ')} actions={deletion}>
      <FormFrame act="save" submit={submit}>
        <PageGroupFields form={form} />
      </FormFrame>
    </Page>
  )
}
