import { Anchor, Button, FileButton, Group, Stack, Text } from '@mantine/core'
import { Upload } from 'lucide-react'
import { urlOf } from '../../api/client.ts'
import { useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import type { Site } from './site.ts'
import { siteTexts } from './texts.ts'

const MAX_NAME = 100

/** Documents that prove where the site is. */
export function Proofs({ site }: { readonly site: Site }) {
  const texts = useTexts(siteTexts)
  const mayChange = useMayChange()
  const { done, failed } = useNotices()
  const add = useChange('POST /sites/{siteId}/proofs', { refreshes: ['/sites'] })
  const send = (file: File): void => {
    const name = file.name.replace(/\.\w+$/, '').slice(0, MAX_NAME)
    add.mutateAsync([{ path: { siteId: site.id }, query: { name }, body: file }]).then(() => done(texts.uploaded), failed)
  }
  return (
    <Section title={texts.proofs} about={texts.proofsAbout}>
      {site.proofs.length === 0 ? <Text size="sm">{texts.noProofs}</Text> : null}
      {site.proofs.map((proof) => (
        <ProofRow key={proof.id} siteId={site.id} proof={proof} />
      ))}
      {mayChange ? (
        <Group>
          <FileButton
            onChange={(file) => file && send(file)}
            accept="application/pdf,image/jpeg,image/png"
            inputProps={{ 'aria-label': texts.upload }}
          >
            {(props) => (
              <Button {...props} variant="default" size="xs" loading={add.isPending} leftSection={<Upload size={16} aria-hidden />}>
                {texts.upload}
              </Button>
            )}
          </FileButton>
        </Group>
      ) : null}
    </Section>
  )
}

function ProofRow({ siteId, proof }: { readonly siteId: string; readonly proof: Site['proofs'][number] }) {
  const { id, name, octets, uploadedBy, uploadedAt } = proof
  const texts = useTexts(siteTexts)
  const format = useFormat()
  const remove = useChange('DELETE /sites/{siteId}/proofs/{proofId}', { refreshes: ['/sites'] })
  const path = { siteId, proofId: id }
  return (
    <Group justify="space-between">
      <Stack gap={0}>
        <Anchor href={urlOf('/sites/{siteId}/proofs/{proofId}', { path })} size="sm" download>
          {`${name} (${format.bytes(octets)})`}
        </Anchor>
        <Text size="sm">{texts.proofBy(uploadedBy, format.dateTime(uploadedAt))}</Text>
      </Stack>
      <DeleteButton
        title={texts.deleteProof(name)}
        consequence={texts.deleteProofConsequence}
        remove={() => remove.mutateAsync([{ path }])}
        deleted={texts.proofDeleted}
        label={texts.deleteProofLabel(name)}
      />
    </Group>
  )
}
