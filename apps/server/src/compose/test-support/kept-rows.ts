/** Rows of every kind of personal data, and the night in which each goes: by rooms in kept-rows/. */
import { ACCOUNT_ROWS } from './kept-rows/accounts-rows.ts'
import { BILLING_ROWS } from './kept-rows/billing-rows.ts'
import { CUSTOMER_ROWS } from './kept-rows/customers-rows.ts'
import { PBX_ROWS } from './kept-rows/pbx-rows.ts'
import type { Row } from './kept-rows/row.ts'
import { TRUNK_ROWS } from './kept-rows/trunks-rows.ts'

export const ROWS: readonly Row[] = [...PBX_ROWS, ...TRUNK_ROWS, ...ACCOUNT_ROWS, ...BILLING_ROWS, ...CUSTOMER_ROWS]
