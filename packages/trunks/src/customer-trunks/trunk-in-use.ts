import { InUse } from '@klinke/platform'

/** Numbers lead to a trunk that is to go. */
export function trunkInUse(name: string, firsts: readonly string[]): InUse {
  const uses = firsts.map((first) => ({ kind: 'number', id: first, name: first }))
  return new InUse(
    'trunk-in-use',
    `Numbers lead to the trunk "${name}": ${firsts.join(', ')}. Take them away first: POST /customer-trunks/{trunkId}/changes.`,
    uses,
    `Zum Trunk „${name}“ führen noch Rufnummern: ${firsts.join(', ')}. Nehmen Sie diese zuerst fort.`,
  )
}
