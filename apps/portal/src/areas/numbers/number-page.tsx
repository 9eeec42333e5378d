import { Skeleton, Stack, Switch } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { hasCustomers } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import type { Destination } from '../../shared/destinations/destination.ts'
import { DestinationField } from '../../shared/destinations/destination-field.tsx'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { SiteField } from '../../shared/sites/site-field.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { CallPicture } from './call-picture.tsx'
import { Inventory } from './inventory.tsx'
import { numberTexts } from './texts.ts'

type PhoneNumber = Answer<'GET /numbers/{e164}'>

/** Where one number leads: as a picture, and to be changed. */
export function NumberPage({ e164 }: { readonly e164: string }) {
  const { data, error, refetch } = useAnswer('GET /numbers/{e164}', [{ path: { e164 } }])
  const isOperator = hasCustomers(useSession())
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page title={readableNumbers(e164)} actions={isOperator ? <TakeBack number={data} /> : undefined}>
      <CallPicture e164={e164} destination={data.destination} />
      <Leading number={data} />
      <Inventory first={data.block?.first ?? data.e164} />
    </Page>
  )
}

interface Values {
  readonly isLed: boolean
  readonly destination: Destination | null
  readonly hasFax: boolean
  readonly fax: PhoneNumber['fax']
  readonly siteId: string | null
}

function valuesOf({ destination, fax, siteId }: PhoneNumber): Values {
  return { isLed: destination !== null, destination, hasFax: fax !== null, fax, siteId }
}

function Leading({ number }: { readonly number: PhoneNumber }) {
  const texts = useTexts(numberTexts)
  const shared = useTexts(sharedTexts)
  const change = useChange('PATCH /numbers/{e164}', { refreshes: ['/numbers', '/sites'] })
  const form = useForm<Values>({
    initialValues: valuesOf(number),
    validate: {
      destination: (to, { isLed }) => (isLed && to === null ? shared.required : null),
      fax: (to, { hasFax }) => (hasFax && to === null ? shared.required : null),
    },
  })
  const submit = useEdit({
    ...{ form, thing: number, valuesOf, byCode: { 'no-such-target': 'destination', 'wrong-ortsnetz': 'siteId' } },
    save: ({ isLed, destination, hasFax, fax, siteId }, ifMatch) => {
      const moved = siteId === number.siteId ? {} : { siteId }
      const body = { destination: isLed ? destination : null, fax: hasFax ? fax : null, ...moved }
      return change.mutateAsync([{ path: { e164: number.e164 }, body, ifMatch }])
    },
  })
  const chooseFax = (to: Destination | null): void =>
    form.setFieldValue('fax', to?.kind === 'external' ? to : to?.kind === 'fax' ? { kind: 'fax', targetId: to.targetId } : null)
  return (
    <FormFrame act="save" submit={submit}>
      <Stack maw={760}>
        <Switch label={texts.isLed} {...form.getInputProps('isLed', { type: 'checkbox' })} />
        {form.values.isLed ? (
          <DestinationField
            label={texts.destination}
            value={form.values.destination}
            onChange={(to) => form.setFieldValue('destination', to)}
            error={form.errors.destination ?? form.errors['destination.number']}
          />
        ) : null}
        <Switch label={texts.faxes} description={texts.faxesHint} {...form.getInputProps('hasFax', { type: 'checkbox' })} />
        {form.values.hasFax ? (
          <DestinationField
            label={texts.fax}
            kinds={['fax', 'external']}
            value={form.values.fax}
            onChange={chooseFax}
            error={form.errors.fax ?? form.errors['fax.number']}
          />
        ) : null}
        <SiteField value={form.values.siteId} onChange={(siteId) => form.setFieldValue('siteId', siteId)} error={form.errors.siteId} />
      </Stack>
    </FormFrame>
  )
}

/** Operator only: the number, or the block that it belongs to. */
function TakeBack({ number }: { readonly number: PhoneNumber }) {
  const { e164, block } = number
  const texts = useTexts(numberTexts)
  const [, go] = useLocation()
  const remove = useChange('DELETE /numbers/{e164}', { refreshes: ['/numbers', '/extensions'] })
  return (
    <DeleteButton
      title={block === null ? texts.deleteOne(e164) : texts.deleteBlock(block.size, block.first)}
      consequence={texts.deleteConsequence}
      // A block is taken back as a whole; what is in sight is one number of it.
      {...(block === null ? { thing: number } : {})}
      remove={(ifMatch) => remove.mutateAsync([{ path: { e164: block?.first ?? e164 }, ifMatch }])}
      deleted={texts.deleted}
      then={() => go('/')}
    />
  )
}
