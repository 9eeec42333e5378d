import { Button, Group, List, Select, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { Entry } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { hasCustomers } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { NewAccounts } from './new-accounts.tsx'
import { PlaceFields } from './place-fields.tsx'
import { Plan } from './plan.tsx'
import { RangesField } from './ranges-field.tsx'
import { trunkTexts } from './texts.ts'
import { type Access, type Account, type Product, placesOf, placeText, REFRESHED, type Trunk } from './trunk.ts'
import { useTrunkChange } from './use-trunk-change.ts'

type Made = Entry<'GET /customer-trunks/{trunkId}/changes'>

/** What was changed of the contract; who sells it changes it here (TRK-16). */
export function Changes({ trunk }: { readonly trunk: Trunk }) {
  const texts = useTexts(trunkTexts)
  const mayChange = useMayChange()
  const sells = hasCustomers(useSession()) && mayChange
  const [accounts, setAccounts] = useState<readonly Account[]>([])
  const { data } = useAnswer('GET /customer-trunks/{trunkId}/changes', [{ path: { trunkId: trunk.id } }])
  const items = data?.items ?? []
  const last = items.find(({ undoneAt }) => undoneAt === null)
  return (
    <Section title={texts.changes} about={texts.changesAbout}>
      {sells ? <ProductChange key={`product ${trunk.product} ${trunk.access}`} trunk={trunk} made={setAccounts} /> : null}
      {sells ? <NumbersChange key={`numbers ${trunk.ranges.map(({ first }) => first).join()}`} trunk={trunk} made={setAccounts} /> : null}
      <NewAccounts accounts={accounts} />
      {items.length === 0 ? <Text size="sm">{texts.noChanges}</Text> : null}
      {items.map((change) => (
        <MadeChange key={change.id} change={change} undoable={change === last && (sells || change.kind === 'places')} />
      ))}
    </Section>
  )
}

function MadeChange({ change, undoable }: { readonly change: Made; readonly undoable: boolean }) {
  const texts = useTexts(trunkTexts)
  const format = useFormat()
  const mayChange = useMayChange()
  const { language } = useLanguage()
  const { done, failed } = useNotices()
  const undo = useChange('POST /customer-trunks/{trunkId}/changes/{changeId}/undo', REFRESHED)
  const { id, trunkId, effects, madeBy, madeAt, undoneBy, undoneAt } = change
  const takeBack = (): void => {
    undo.mutateAsync([{ path: { trunkId, changeId: id } }]).then(() => done(texts.undone), failed)
  }
  return (
    <Group justify="space-between" align="flex-start">
      <Stack gap={0}>
        <List size="sm">
          {effects.map((effect) => (
            <List.Item key={effect.en}>{effect[language]}</List.Item>
          ))}
        </List>
        <Text size="sm">{texts.madeBy(madeBy, format.dateTime(madeAt))}</Text>
        {undoneBy === null || undoneAt === null ? null : <Text size="sm">{texts.undoneBy(undoneBy, format.dateTime(undoneAt))}</Text>}
      </Stack>
      {undoable && mayChange ? (
        <Button variant="default" size="xs" onClick={takeBack} loading={undo.isPending}>
          {texts.undo}
        </Button>
      ) : null}
    </Group>
  )
}

interface ChangeProps {
  readonly trunk: Trunk
  readonly made: (accounts: readonly Account[]) => void
}

function ProductChange({ trunk, made }: ChangeProps) {
  const texts = useTexts(trunkTexts)
  const { language } = useLanguage()
  const change = useTrunkChange(trunk.id, made)
  const { data } = useAnswer('GET /customer-trunks/catalogue', [{}])
  const [primary = '', secondary = ''] = trunk.places.map(placeText)
  const form = useForm<{ product: Product; access: Access; primary: string; secondary: string }>({
    initialValues: { product: trunk.product, access: trunk.access, primary, secondary },
    validate: { primary: (text, { access }) => (access === 'fixed-ip' && text.trim() === '' ? texts.needed : null) },
  })
  const submit = useSubmit(form, ({ product, access, primary: one, secondary: two }) => {
    const places = access === 'fixed-ip' ? { places: placesOf([one, two]) } : {}
    return change.check(product === trunk.product ? { kind: 'access', access, ...places } : { kind: 'product', product, access, ...places })
  })
  const allowed = data?.products.find(({ product }) => product === form.values.product)?.access ?? []
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack>
        <Select
          label={texts.changeProduct}
          data={(data?.products ?? []).map(({ product, title }) => ({ value: product, label: title[language] }))}
          allowDeselect={false}
          maw={560}
          {...form.getInputProps('product')}
        />
        <Select
          label={texts.access}
          data={allowed.map((access) => ({ value: access, label: texts[access] }))}
          allowDeselect={false}
          maw={560}
          {...form.getInputProps('access')}
        />
        {form.values.access === 'fixed-ip' ? <PlaceFields inputs={(field) => form.getInputProps(field)} /> : null}
        <Group>
          <Button type="submit" variant="default" loading={submit.isBusy} disabled={!form.isDirty()}>
            {texts.check}
          </Button>
        </Group>
        {change.planned === undefined ? null : <Plan plan={change.planned.plan} isBusy={change.isBusy} make={change.make} />}
      </Stack>
    </form>
  )
}

function NumbersChange({ trunk, made }: ChangeProps) {
  const texts = useTexts(trunkTexts)
  const change = useTrunkChange(trunk.id, made)
  const before = trunk.ranges.map(({ first }) => first)
  const form = useForm<{ ranges: string[] }>({ initialValues: { ranges: before } })
  const submit = useSubmit(form, ({ ranges }) => {
    const add = ranges.filter((first) => !before.includes(first))
    return change.check({ kind: 'numbers', add, remove: before.filter((first) => !ranges.includes(first)) })
  })
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack>
        <RangesField value={form.values.ranges} onChange={(ranges) => form.setFieldValue('ranges', ranges)} error={form.errors.ranges} />
        <Group>
          <Button type="submit" variant="default" loading={submit.isBusy} disabled={!form.isDirty()}>
            {texts.changeNumbers}
          </Button>
        </Group>
        {change.planned === undefined ? null : <Plan plan={change.planned.plan} isBusy={change.isBusy} make={change.make} />}
      </Stack>
    </form>
  )
}
