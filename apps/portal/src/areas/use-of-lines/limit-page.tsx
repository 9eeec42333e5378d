import { NumberInput, Skeleton, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { usageTexts } from './texts.ts'

type Limit = Answer<'GET /channel-limits/{placeId}'>

const MOST = 10_000
const LIMITS = ['both', 'in', 'out'] as const

/** How many calls at a time a site or an extension may have. */
export function LimitPage({ placeId }: { readonly placeId: string }) {
  const { data, error, refetch } = useAnswer('GET /channel-limits/{placeId}', [{ path: { placeId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  return data === undefined ? <Skeleton height={240} /> : <Editor limit={data} />
}

function Editor({ limit }: { readonly limit: Limit }) {
  const texts = useTexts(usageTexts)
  const form = useForm({ initialValues: valuesOf(limit) })
  const change = useChange('PUT /channel-limits/{placeId}', { refreshes: ['/channel-limits', '/channel-usage'] })
  const submit = useEdit({
    ...{ form, thing: limit, valuesOf },
    save: (values, ifMatch) => change.mutateAsync([{ path: { placeId: limit.id }, body: bodyOf(values), ifMatch }]),
  })
  return (
    <Page title={texts.limitOf(`${texts[limit.scope]} ${limit.name}`)} about={texts.limitsAbout}>
      <Section title={texts.limits}>
        <FormFrame act="save" submit={submit}>
          <Stack>
            {LIMITS.map((which) => (
              <NumberInput
                key={which}
                label={texts[which]}
                description={texts.limitHint}
                min={1}
                max={MOST}
                allowDecimal={false}
                maw={240}
                {...form.getInputProps(which)}
              />
            ))}
          </Stack>
        </FormFrame>
      </Section>
    </Page>
  )
}

type Values = Readonly<Record<(typeof LIMITS)[number], number | string>>

function valuesOf({ both, in: coming, out }: Limit): Values {
  return { both: both ?? '', in: coming ?? '', out: out ?? '' }
}

/** An empty field is no limit. */
function bodyOf({ both, in: coming, out }: Values): Pick<Limit, 'both' | 'in' | 'out'> {
  const count = (value: number | string): number | null => (value === '' ? null : Number(value))
  return { both: count(both), in: count(coming), out: count(out) }
}
