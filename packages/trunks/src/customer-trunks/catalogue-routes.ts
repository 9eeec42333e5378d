import { BLOCK_CEILINGS } from '@klinke/numbering'
import type { Api } from '@klinke/platform'
import { z } from 'zod'
import { CODEC_BANDWIDTHS, CONTROL_SHARE, PLANNED_KBPS_PER_CALL } from './bandwidth.ts'
import { ACCOUNT_CHANNELS, CHANNEL_STEP, MAX_CHANNELS, OFFICE_CHANNELS, TRUNK_PRODUCT_NAMES, TRUNK_PRODUCTS } from './products.ts'
import { accessKind, trunkProduct } from './rules.ts'
import { textView } from './views.ts'

const codec = z.enum(['PCMA', 'PCMU', 'G729'])
const count = z.enum(['none', 'one', 'many'])
const productView = z.object({
  product: trunkProduct,
  title: textView,
  access: z.array(accessKind),
  blocks: count,
  singles: count,
  singlesNeedBlock: z.boolean(),
  logins: z.enum(['one', 'one-per-block']),
  channels: z.object({ sizes: z.array(z.int()).describe('Beside the steps'), step: z.int(), max: z.int() }),
  signalling: z.array(z.enum(['sip-ddi', 'sipconnect', 'microsoft'])),
  codecs: z.array(codec),
  fax: z.boolean(),
  temporaryNumbersStay: z.boolean(),
})
const catalogueView = z.object({
  products: z.array(productView),
  ceilings: z
    .array(z.object({ channels: z.int(), freeNumbers: z.int(), maxNumbers: z.int() }))
    .describe('Numbers in blocks by channels, each row up to the next (TRK-03)'),
  bandwidths: z
    .array(z.object({ codec, packetMs: z.int(), ipKbps: z.number(), atmKbps: z.number() }))
    .describe('What one call needs in each direction (TRK-13)'),
  controlShare: z.number().describe('On top of it, for RTCP and signalling'),
  plannedKbpsPerCall: z.number().describe('What a call is planned with, whatever the codec'),
})

/** The products as data, for whoever sells or plans a trunk. */
export function catalogueRoutes(api: Api): void {
  const schema = { tags: ['customer-trunks'], summary: 'List the trunk products with what they allow', response: { 200: catalogueView } }
  api.get('/customer-trunks/catalogue', { schema }, () => ({
    products: TRUNK_PRODUCT_NAMES.map((product) => {
      const { title, access, signalling, codecs, officeSizes, oneChannel, ...rest } = TRUNK_PRODUCTS[product]
      return {
        ...{ ...rest, product, title: { ...title }, access: [...access], signalling: [...signalling], codecs: [...codecs] },
        channels: {
          sizes: [...(oneChannel ? [ACCOUNT_CHANNELS] : []), ...(officeSizes ? OFFICE_CHANNELS : [])],
          step: CHANNEL_STEP,
          max: MAX_CHANNELS,
        },
      }
    }),
    ceilings: BLOCK_CEILINGS.map((row) => ({ ...row })),
    bandwidths: CODEC_BANDWIDTHS.map((row) => ({ ...row })),
    controlShare: CONTROL_SHARE,
    plannedKbpsPerCall: PLANNED_KBPS_PER_CALL,
  }))
}
