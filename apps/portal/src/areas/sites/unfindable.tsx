import { Alert, Anchor, List } from '@mantine/core'
import { Link } from 'wouter'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useTexts } from '../../shared/language.tsx'
import { siteTexts } from './texts.ts'

/** Of more the rest is counted. */
const MAX_SHOWN = 10

/** Extensions that 110 and 112 would not find; nothing where there are none. */
export function Unfindable() {
  const texts = useTexts(siteTexts)
  const { data } = useAnswer('GET /emergency-readiness', [{ query: useCustomer() }])
  const unfindable = data?.items[0]?.unfindable ?? []
  if (unfindable.length === 0) return null
  const more = unfindable.length - MAX_SHOWN
  return (
    <Alert color="red" variant="light" title={texts.unfindable(unfindable.length)} mb="md" role="status">
      <List size="sm">
        {unfindable.slice(0, MAX_SHOWN).map(({ extensionId, number, name, flaws }) => (
          <List.Item key={extensionId}>
            <Anchor component={Link} href={`~/extensions/${extensionId}`} size="sm" underline="always">
              {number} {name}
            </Anchor>
            {`: ${flaws.map((flaw) => texts[`why-${flaw}`]).join(', ')}`}
          </List.Item>
        ))}
        {more > 0 ? <List.Item>{texts.moreOfThem(more)}</List.Item> : null}
      </List>
    </Alert>
  )
}
