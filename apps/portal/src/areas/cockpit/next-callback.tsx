import { Text } from '@mantine/core'
import { useAnswer } from '../../api/queries.ts'
import { CallbackCard } from '../../shared/callbacks/callbacks.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Card } from './card.tsx'
import { cockpitTexts } from './texts.ts'

/** Who is called back next. */
export function NextCallback({ extensionId }: { readonly extensionId: string }) {
  const texts = useTexts(cockpitTexts)
  const { data, error } = useAnswer('GET /callbacks', [{ query: { extensionId } }], { everyMs: 10_000 })
  const [next] = data?.items ?? []
  return (
    <Card title={texts.callback} more={{ href: '~/own-phones', words: texts.toCallbacks }} error={error} isLoading={data === undefined}>
      {next === undefined ? <Text c="dimmed">{texts.noCallback}</Text> : <CallbackCard callback={next} />}
    </Card>
  )
}
