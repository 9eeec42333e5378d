import { Select, Skeleton, Stack } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { bodyOf, ENTRY_PROBLEM_FIELDS, type Proposal, REFRESHED, valuesOf } from './entry.ts'
import { EntryFields, useEntryForm } from './entry-fields.tsx'
import { entryTexts } from './texts.ts'

/** Numbers in a list to choose from. */
const MOST = 200
/** Others are of no use to who looks for the customer, or are gone soon. */
const LISTABLE: ReadonlySet<string> = new Set(['ordered', 'porting-in', 'active', 'porting-out'])

/** First the number; what is proposed for it then is changed where it must be. */
export function NewEntryPage() {
  const texts = useTexts(entryTexts)
  const customer = useCustomer()
  const [chosen, setChosen] = useState<string | null>(null)
  const { data } = useAnswer('GET /number-ranges', [{ query: { ...customer, limit: MOST } }])
  const numbers = (data?.items ?? [])
    .filter(({ state }) => LISTABLE.has(state))
    .map(({ e164, size }) => ({ value: e164, label: size === 1 ? readableNumbers(e164) : texts.block(readableNumbers(e164), size) }))
  return (
    <Page title={texts.add}>
      <Stack maw={640}>
        <Select label={texts.number} description={texts.numberHint} data={numbers} value={chosen} onChange={setChosen} searchable />
      </Stack>
      {chosen === null ? null : <Proposed key={chosen} subscriberNumber={chosen} />}
    </Page>
  )
}

function Proposed({ subscriberNumber }: { readonly subscriberNumber: string }) {
  const query = { ...useCustomer(), subscriberNumber }
  const { data, error, refetch } = useAnswer('GET /directory-entries/proposal', [{ query }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  return data === undefined ? <Skeleton height={240} /> : <Fields proposal={data} />
}

function Fields({ proposal }: { readonly proposal: Proposal }) {
  const customer = useCustomer()
  const [, go] = useLocation()
  const create = useChange('POST /directory-entries', REFRESHED)
  const form = useEntryForm(valuesOf(proposal))
  const { subscriberNumber } = proposal
  const submit = useSubmit(
    form,
    async (values) => go(`/${(await create.mutateAsync([{ body: { ...customer, subscriberNumber, ...bodyOf(values) } }])).id}`),
    ENTRY_PROBLEM_FIELDS,
  )
  return (
    <FormFrame act="create" submit={submit}>
      <EntryFields form={form} />
    </FormFrame>
  )
}
