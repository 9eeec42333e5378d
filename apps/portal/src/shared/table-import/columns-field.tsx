import { Fieldset, NativeSelect, SimpleGrid } from '@mantine/core'
import { useTexts } from '../language.tsx'
import { remapped, type TableView } from './import-source.ts'
import { importTexts } from './import-texts.ts'

/** What a column can hold: as the API names it, and in words. */
export interface FieldChoice {
  readonly value: string
  readonly label: string
}

interface ColumnsFieldProps {
  readonly table: TableView
  readonly fields: readonly FieldChoice[]
  /** The columns were given another meaning, in the words of the API. */
  readonly change: (columns: string) => void
}

/** Which column is what: as recognised, to be set right. */
export function ColumnsField({ table, fields, change }: ColumnsFieldProps) {
  const texts = useTexts(importTexts)
  const options = [{ value: '-', label: texts.notRead }, ...fields]
  return (
    <Fieldset legend={texts.columns}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        {table.columns
          .map((column, place) => ({ ...column, place }))
          .map(({ title, field, samples, place }) => (
            <NativeSelect
              key={place}
              label={title || texts.columnTitle(place + 1)}
              description={samples.filter(Boolean).join(', ').slice(0, 60)}
              data={options}
              value={field ?? '-'}
              onChange={(event) => change(remapped(table, place, event.currentTarget.value))}
            />
          ))}
      </SimpleGrid>
    </Fieldset>
  )
}
