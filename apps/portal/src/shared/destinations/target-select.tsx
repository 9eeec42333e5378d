import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type ReactNode, useMemo, useState } from 'react'
import type { Entry } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useTexts } from '../language.tsx'
import type { TargetKind } from './destination.ts'
import { destinationTexts } from './destination-texts.ts'

interface TargetSelectProps {
  /** What is chosen among; schedules are named and found like destinations. */
  readonly kind: TargetKind | 'schedule'
  readonly label: string
  readonly description?: string
  /** Id of what is chosen. */
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  readonly error?: ReactNode
  readonly clearable?: boolean
}

const SHOWN = 30
const TYPING_MS = 200

/** Chooses one of the customer's extensions, groups, queues … by name or number; found by the server as one types. */
export function TargetSelect({ kind, value, onChange, clearable = false, ...shown }: TargetSelectProps) {
  const texts = useTexts(destinationTexts)
  const customer = useCustomer()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, TYPING_MS)
  const chosen = useTarget(kind, value)
  const wanted = search === labelOf(chosen) ? '' : search
  const { data } = useAnswer('GET /call-targets', [{ query: { ...customer, kind, search: wanted, limit: SHOWN } }])
  const options = useMemo(() => {
    const found = data?.items ?? []
    const all = chosen === undefined || found.some(({ id }) => id === chosen.id) ? found : [chosen, ...found]
    return all.map((target) => ({ value: target.id, label: labelOf(target) }))
  }, [data, chosen])
  return (
    <Select
      {...shown}
      data={options}
      value={value}
      onChange={onChange}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: found }) => found}
      placeholder={texts.choose}
      nothingFoundMessage={texts.nothing}
      searchable
      clearable={clearable}
      clearButtonProps={{ 'aria-label': texts.choose }}
    />
  )
}

/** The thing with that id; undefined while it is read, and when there is none. */
function useTarget(kind: string, id: string | null): Entry<'GET /call-targets'> | undefined {
  const customer = useCustomer()
  const query = { ...customer, kind, ...(id === null ? {} : { id }) }
  const { data } = useAnswer('GET /call-targets', [{ query }], { enabled: id !== null })
  return id === null ? undefined : data?.items[0]
}

function labelOf(target: Entry<'GET /call-targets'> | undefined): string {
  if (target === undefined) return ''
  return target.number === null ? target.name : `${target.number} ${target.name}`
}

/** The name of what a destination leads to, for lists and sentences. */
export function TargetName({ kind, id }: { readonly kind: TargetKind | 'schedule'; readonly id: string }) {
  const texts = useTexts(destinationTexts)
  const customer = useCustomer()
  const { data } = useAnswer('GET /call-targets', [{ query: { ...customer, kind, id } }])
  if (data === undefined) return '…'
  const [target] = data.items
  return target === undefined ? texts.gone : labelOf(target)
}
