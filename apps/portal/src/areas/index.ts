// The areas of the portal, one line each. Where they stand in the navigation is said in each one's area.ts.
export { callRecords } from './call-records/area.ts'
export { calls } from './calls/area.ts'
export { dashboard } from './dashboard/area.ts'
export { extensions } from './extensions/area.ts'
export { flows } from './flows/area.ts'
export { ownExtension } from './own-extension/area.ts'
