import type { Answer, Body } from '../../api/operation.ts'
import { type NameValues, numberOf } from '../../shared/editing/name-fields.tsx'
import type { Member } from '../../shared/team/members.ts'

export type PageGroup = Answer<'GET /page-groups/{teamId}'>

export interface PageGroupValues extends NameValues {
  readonly talkBack: boolean
  readonly callers: PageGroup['settings']['callers']
  readonly members: readonly Member[]
}

export const NEW_PAGE_GROUP: PageGroupValues = { name: '', number: '', talkBack: false, callers: 'everyone', members: [] }

export function valuesOf({ name, number, settings, members }: PageGroup): PageGroupValues {
  return { name, number: number ?? '', talkBack: settings.talkBack, callers: settings.callers, members }
}

/** As the API takes it; what is not edited here stays as it is in `before`. */
export function bodyOf(values: PageGroupValues, before?: PageGroup): Body<'POST /page-groups'> {
  const { talkBack, callers, members } = values
  return { name: values.name.trim(), number: numberOf(values), members, settings: { ...before?.settings, talkBack, callers } }
}
