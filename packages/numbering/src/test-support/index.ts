export { AREA_CODES } from '../plan/area-code.ts'
export { READABLE_ROWS } from './readable-rows.ts'
export { WRITTEN_ROWS } from './written-rows.ts'
