import { Fieldset, NativeSelect, SimpleGrid } from '@mantine/core'
import { useTexts } from '../../../shared/language.tsx'
import { importTexts } from './import-texts.ts'
import type { Report } from './report.ts'

const NOT_READ = '-'

/** As the API names them. */
const FIELDS = ['number', 'name', 'firstName', 'lastName', 'outgoingNumber', 'mailbox', 'email', 'language', 'groups'] as const

interface ColumnsFieldProps {
  readonly columns: Report['table']['columns']
  /** The columns were given another meaning, in the words of the API. */
  readonly change: (columns: string) => void
}

/** Which column is what: as recognised, to be set right. */
export function ColumnsField({ columns, change }: ColumnsFieldProps) {
  const texts = useTexts(importTexts)
  const options = [{ value: NOT_READ, label: texts.notRead }, ...FIELDS.map((value) => ({ value, label: texts[value] }))]
  const mapped = (place: number, field: string): void => {
    // One field has one column: who takes it leaves the other without.
    const fields = columns.map((column, index) =>
      index === place ? field : column.field === field ? NOT_READ : (column.field ?? NOT_READ),
    )
    change(fields.join(','))
  }
  return (
    <Fieldset legend={texts.columns}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        {columns
          .map((column, place) => ({ ...column, place }))
          .map(({ title, field, samples, place }) => (
            <NativeSelect
              key={place}
              label={title || texts.columnTitle(place + 1)}
              description={samples.filter(Boolean).join(', ').slice(0, 60)}
              data={options}
              value={field ?? NOT_READ}
              onChange={(event) => mapped(place, event.currentTarget.value)}
            />
          ))}
      </SimpleGrid>
    </Fieldset>
  )
}
