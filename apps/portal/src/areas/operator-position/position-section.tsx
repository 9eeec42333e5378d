import { Badge, Button, Group, Skeleton, Text } from '@mantine/core'
import { useState } from 'react'
import { Problem } from '../../api/problem.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { NAME_PROBLEM_FIELDS } from '../../shared/editing/name-fields.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { bodyOf, newPosition, type Position, valuesOf } from './position.ts'
import { PositionFields, usePositionForm } from './position-fields.tsx'
import { operatorTexts } from './texts.ts'

const REFRESHED = { refreshes: ['/operator-position', '/call-targets'] }

/** The operators' position: set up, switched, changed, deleted. */
export function PositionSection() {
  const texts = useTexts(operatorTexts)
  const mayChange = useMayChange()
  const [isSettingUp, setSettingUp] = useState(false)
  const { data, error, refetch } = useAnswer('GET /operator-position', [{ query: useCustomer() }])
  const isNone = error instanceof Problem && error.status === 404
  return (
    <Section title={texts.position} about={texts.positionAbout}>
      {error === null || isNone ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={120} /> : null}
      {data === undefined || isNone ? null : <Edited key={data.id} position={data} />}
      {isNone && !isSettingUp ? (
        <Group>
          <Text size="sm">{texts.none}</Text>
          {mayChange ? <Button onClick={() => setSettingUp(true)}>{texts.setUp}</Button> : null}
        </Group>
      ) : null}
      {isNone && isSettingUp ? <NewPosition done={() => setSettingUp(false)} /> : null}
    </Section>
  )
}

function NewPosition({ done }: { readonly done: () => void }) {
  const texts = useTexts(operatorTexts)
  const query = useCustomer()
  const change = useChange('PATCH /operator-position', REFRESHED)
  const form = usePositionForm(newPosition(texts.position))
  const submit = useSubmit(form, (values) => change.mutateAsync([{ query, body: bodyOf(values) }]).then(done), NAME_PROBLEM_FIELDS)
  return (
    <FormFrame act="save" submit={submit}>
      <PositionFields form={form} />
    </FormFrame>
  )
}

function Edited({ position }: { readonly position: Position }) {
  const texts = useTexts(operatorTexts)
  const query = useCustomer()
  const change = useChange('PATCH /operator-position', REFRESHED)
  const remove = useChange('DELETE /operator-position', REFRESHED)
  const form = usePositionForm(valuesOf(position))
  const submit = useEdit({
    ...{ form, thing: position, valuesOf, byCode: NAME_PROBLEM_FIELDS },
    save: (values, ifMatch) => change.mutateAsync([{ query, body: bodyOf(values), ifMatch }]),
  })
  return (
    <>
      <Group justify="space-between">
        <Badge variant="default">{texts.now(texts[position.now])}</Badge>
        <DeleteButton
          title={texts.deleteTitle}
          consequence={texts.deleteConsequence}
          thing={position}
          remove={(ifMatch) => remove.mutateAsync([{ query, ifMatch }])}
          deleted={texts.deleted}
        />
      </Group>
      <FormFrame act="save" submit={submit}>
        <PositionFields form={form} />
      </FormFrame>
    </>
  )
}
