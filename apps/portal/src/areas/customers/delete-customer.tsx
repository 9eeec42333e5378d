import { Button, Checkbox, Group, List, Modal, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomerChoice } from '../../session/customer.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { customerTexts } from './texts.ts'

interface DeleteCustomerProps {
  readonly customer: Pick<Answer<'GET /tenants/{tenantId}'>, 'id' | 'name'>
  readonly close: () => void
}

/** Says what would be lost, and has the name typed: nobody deletes another customer by mistake. */
export function DeleteCustomer({ customer, close }: DeleteCustomerProps) {
  const texts = useTexts(customerTexts)
  const shared = useTexts(sharedTexts)
  const { data, error } = useAnswer('GET /tenants/{tenantId}/loss', [{ path: { tenantId: customer.id } }])
  return (
    <Modal opened onClose={close} title={texts.deleteTitle(customer.name)} closeButtonProps={{ 'aria-label': shared.close }} centered>
      {error === null ? null : <Trouble error={error} />}
      {data === undefined && error === null ? <Skeleton height={120} /> : null}
      {data === undefined ? null : <Meant customer={customer} loss={data} close={close} />}
    </Modal>
  )
}

function Meant({ customer, loss, close }: DeleteCustomerProps & { readonly loss: Answer<'GET /tenants/{tenantId}/loss'> }) {
  const texts = useTexts(customerTexts)
  const shared = useTexts(sharedTexts)
  const [, go] = useLocation()
  const { tenantId: chosen, choose } = useCustomerChoice()
  const { done } = useNotices()
  const remove = useChange('DELETE /tenants/{tenantId}', { refreshes: ['/tenants'] })
  const form = useForm({
    initialValues: { name: '', force: false },
    validate: { name: (name) => (name === customer.name ? null : texts.typeNameWrong(customer.name)) },
  })
  const submit = useSubmit(form, async ({ name, force }) => {
    await remove.mutateAsync([{ path: { tenantId: customer.id }, query: { confirm: name, ...(force ? { force: 'true' } : {}) } }])
    if (chosen === customer.id) choose(undefined)
    done(texts.deleted(customer.name))
    go('/')
  })
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="sm">
        <Loss loss={loss} />
        {loss.callsInProgress > 0 ? <Checkbox label={texts.force} {...form.getInputProps('force', { type: 'checkbox' })} /> : null}
        <TextInput label={texts.typeName} placeholder={customer.name} autoComplete="off" data-autofocus {...form.getInputProps('name')} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {shared.cancel}
          </Button>
          <Button type="submit" color="red" loading={submit.isBusy}>
            {texts.deleteForGood}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Loss({ loss: { holdings, callsInProgress } }: { readonly loss: Answer<'GET /tenants/{tenantId}/loss'> }) {
  const texts = useTexts(customerTexts)
  const format = useFormat()
  const names: Readonly<Record<string, string>> = {
    ...{ extensions: texts.extensions, numbers: texts.numbers, mailboxes: texts.mailboxes },
    ...{ messages: texts.messages, recordings: texts.recordings },
    ...{ openItems: texts.openItems, directDebits: texts.directDebits, callsWithoutInvoice: texts.callsWithoutInvoice },
    ...{ monthsWithoutInvoice: texts.monthsWithoutInvoice, prepaidBalance: texts.prepaidBalance },
    ...{ creditNotes: texts.creditNotes, overpaid: texts.overpaid },
  }
  return (
    <>
      <Text size="sm">{texts.deleteAbout}</Text>
      <List size="sm">
        {Object.entries(holdings).map(([what, count]) => (
          <List.Item key={what}>
            {names[what] ?? what}: {format.number(count)}
          </List.Item>
        ))}
      </List>
      {callsInProgress > 0 ? <Text size="sm">{texts.callsNow(format.number(callsInProgress))}</Text> : null}
    </>
  )
}
