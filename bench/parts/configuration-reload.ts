import { benchConfigurationReload } from '../configuration-reload.ts'
import type { Part } from '../part.ts'

/** How soon calls see the change of one customer's configuration (issue 5: at most 50 ms, without touching calls). */
export const configurationReload: Part = { name: 'configuration-reload', run: benchConfigurationReload }
