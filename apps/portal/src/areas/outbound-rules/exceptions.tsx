import { Badge } from '@mantine/core'
import { ListChecks } from 'lucide-react'
import type { Entry } from '../../api/operation.ts'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { NewException } from './new-exception.tsx'
import { useTargetName } from './target-name.tsx'
import { ruleTexts } from './texts.ts'

type Exception = Entry<'GET /outbound-rules/exceptions'>

/** Numbers and countries beside the class: of all, or of one extension. */
export function Exceptions({ extensionId }: { readonly extensionId: string | undefined }) {
  const texts = useTexts(ruleTexts)
  const api = useApi()
  const mayChange = useMayChange()
  const nameOf = useTargetName()
  const query = { ...useCustomer(), ...(extensionId === undefined ? {} : { extensionId }), limit: PAGE_SIZE }
  return (
    <Section title={texts.exceptions} about={texts.exceptionsAbout}>
      <DataList
        name={texts.exceptions}
        source={{
          key: ['GET /outbound-rules/exceptions', query],
          page: (cursor) => api('GET /outbound-rules/exceptions', { query: { ...query, ...cursor } }),
        }}
        columns={useColumns(extensionId === undefined, nameOf)}
        rowKey={({ id }) => id}
        searched={({ target, note, extensionNumber }) => `${nameOf(target)} ${target} ${note ?? ''} ${extensionNumber ?? ''}`}
        empty={{ icon: ListChecks, title: texts.noExceptions, text: texts.noExceptionsText }}
      />
      {mayChange ? <NewException extensionId={extensionId} /> : null}
    </Section>
  )
}

function useColumns(withOwner: boolean, nameOf: (target: string) => string): readonly Column<Exception>[] {
  const texts = useTexts(ruleTexts)
  const mayChange = useMayChange()
  const columns: readonly Column<Exception>[] = [
    { key: 'target', title: texts.target, cell: ({ target }) => nameOf(target) },
    { key: 'effect', title: texts.effect, cell: ({ effect }) => <Badge variant="default">{texts[effect]}</Badge>, width: '8rem' },
    { key: 'note', title: texts.note, cell: ({ note }) => note ?? '', wideOnly: true },
  ]
  const owner: Column<Exception> = {
    ...{ key: 'owner', title: texts.owner, width: '7rem', wideOnly: true },
    cell: ({ extensionNumber }) => extensionNumber ?? texts.everybody,
  }
  const act: Column<Exception> = { key: 'act', title: texts.act, cell: (each) => <Remove exception={each} />, width: '8rem' }
  return [...columns, ...(withOwner ? [owner] : []), ...(mayChange ? [act] : [])]
}

function Remove({ exception: { id, target } }: { readonly exception: Exception }) {
  const texts = useTexts(ruleTexts)
  const name = useTargetName()(target)
  const remove = useChange('DELETE /outbound-rules/exceptions/{exceptionId}', { refreshes: ['/outbound-rules'] })
  return (
    <DeleteButton
      title={texts.deleteException(name)}
      consequence={texts.deleteExceptionConsequence}
      remove={() => remove.mutateAsync([{ path: { exceptionId: id } }])}
      deleted={texts.exceptionDeleted}
      label={texts.deleteNamed(name)}
    />
  )
}
