import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { mayChange } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import { useTexts } from '../../shared/language.tsx'
import { phoneBookTexts } from './texts.ts'

export interface Book {
  readonly id: string
  readonly name: string
  /** Whether whoever looks may write into it. */
  readonly isMine: boolean
}

/** The own phone book of a user, then the company's; undefined while they are read. */
export function useBooks(): readonly Book[] | undefined {
  const texts = useTexts(phoneBookTexts)
  const session = useSession()
  const { data } = useAnswer('GET /phone-books', [{ query: { ...useCustomer(), limit: 200 } }])
  if (data === undefined) return undefined
  const isMine = session.extension === null && mayChange(session, 'phone-books')
  const own = session.extension === null ? [] : [{ id: session.extension.id, name: texts.own, isMine: true }]
  return [...own, ...data.items.map(({ id, name }) => ({ id, name, isMine }))]
}
