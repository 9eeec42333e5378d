import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useTexts } from '../language.tsx'
import { siteFieldTexts } from './site-texts.ts'

interface SiteFieldProps {
  /** Null: the main site. */
  readonly value: string | null | undefined
  readonly onChange: (siteId: string | null) => void
  readonly error?: ReactNode
}

/** At which site something stands; absent while there is only one. */
export function SiteField({ value, onChange, error }: SiteFieldProps) {
  const texts = useTexts(siteFieldTexts)
  const { data } = useAnswer('GET /sites', [{ query: useCustomer() }])
  const sites = data?.items ?? []
  if (sites.length < 2) return null
  const main = sites.find((site) => site.main)
  return (
    <Select
      label={texts.site}
      description={texts.hint}
      data={sites.map((site) => ({ value: site.id, label: site.main ? texts.mainSite(site.name) : site.name }))}
      value={value ?? main?.id ?? null}
      onChange={(chosen) => onChange(chosen === main?.id ? null : chosen)}
      error={error}
      allowDeselect={false}
      searchable
    />
  )
}
