import { Skeleton } from '@mantine/core'
import { useLocation } from 'wouter'
import { useAnswer, useChange } from '../../api/queries.ts'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { NAME_PROBLEM_FIELDS } from '../../shared/editing/name-fields.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { bodyOf, type RingGroup, valuesOf } from './ring-group.ts'
import { RingGroupFields, useRingGroupForm } from './ring-group-fields.tsx'
import { ringGroupTexts } from './texts.ts'

export function RingGroupPage({ teamId }: { readonly teamId: string }) {
  const { data, error, refetch } = useAnswer('GET /ring-groups/{teamId}', [{ path: { teamId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return <Editor group={data} />
}

function Editor({ group }: { readonly group: RingGroup }) {
  const texts = useTexts(ringGroupTexts)
  const [, go] = useLocation()
  const path = { teamId: group.id }
  const change = useChange('PATCH /ring-groups/{teamId}', { refreshes: ['/ring-groups', '/call-targets'] })
  const remove = useChange('DELETE /ring-groups/{teamId}', { refreshes: ['/ring-groups', '/call-targets'] })
  const form = useRingGroupForm(valuesOf(group))
  const submit = useEdit({
    ...{ form, thing: group, valuesOf, byCode: NAME_PROBLEM_FIELDS },
    save: (values, ifMatch) => change.mutateAsync([{ path, body: bodyOf(values), ifMatch }]),
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
        <RingGroupFields form={form} />
      </FormFrame>
    </Page>
  )
}
