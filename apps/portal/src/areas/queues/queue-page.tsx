import { Skeleton, Tabs } from '@mantine/core'
import { useLocation } from 'wouter'
import { useAnswer, useChange } from '../../api/queries.ts'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { NAME_PROBLEM_FIELDS } from '../../shared/editing/name-fields.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { useQueueForm } from './agents-step.tsx'
import { bodyOf, type Queue, valuesOf } from './queue.ts'
import { QueueSteps } from './queue-steps.tsx'
import { queueTexts } from './texts.ts'
import { Wallboard } from './wallboard.tsx'

export function QueuePage({ teamId }: { readonly teamId: string }) {
  const texts = useTexts(queueTexts)
  const [, go] = useLocation()
  const path = { teamId }
  const { data, error, refetch } = useAnswer('GET /queues/{teamId}', [{ path }])
  const remove = useChange('DELETE /queues/{teamId}', { refreshes: ['/queues', '/call-targets'] })
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
      <Tabs defaultValue="now" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="now">{texts.now}</Tabs.Tab>
          <Tabs.Tab value="settings">{texts.settings}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="now">
          <Wallboard teamId={teamId} />
        </Tabs.Panel>
        <Tabs.Panel value="settings">
          <Settings queue={data} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}

function Settings({ queue }: { readonly queue: Queue }) {
  const change = useChange('PATCH /queues/{teamId}', { refreshes: ['/queues', '/call-targets'] })
  const form = useQueueForm(valuesOf(queue))
  const submit = useEdit({
    ...{ form, thing: queue, valuesOf, byCode: NAME_PROBLEM_FIELDS },
    save: (values, ifMatch) => change.mutateAsync([{ path: { teamId: queue.id }, body: bodyOf(values), ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <QueueSteps form={form} />
    </FormFrame>
  )
}
