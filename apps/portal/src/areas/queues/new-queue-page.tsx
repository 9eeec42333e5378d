import { useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { NAME_PROBLEM_FIELDS } from '../../shared/editing/name-fields.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { useQueueForm } from './agents-step.tsx'
import { bodyOf, NEW_QUEUE } from './queue.ts'
import { QueueSteps } from './queue-steps.tsx'
import { queueTexts } from './texts.ts'

export function NewQueuePage() {
  const texts = useTexts(queueTexts)
  const customer = useCustomer()
  const [, go] = useLocation()
  const create = useChange('POST /queues', { refreshes: ['/queues', '/call-targets'] })
  const form = useQueueForm(NEW_QUEUE)
  const submit = useSubmit(
    form,
    async (values) => go(`/${(await create.mutateAsync([{ body: { ...customer, ...bodyOf(values) } }])).id}`),
    NAME_PROBLEM_FIELDS,
  )
  return (
    <Page title={texts.add}>
      <FormFrame act="create" submit={submit}>
        <QueueSteps form={form} />
      </FormFrame>
    </Page>
  )
}
