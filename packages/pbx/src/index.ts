export { DEFAULT_ECHO_NUMBER } from './calls/extension-call.ts'
export type { OutsideCall, OutsideLines } from './calls/outside-lines.ts'
export { type PbxCalls, pbxCalls } from './calls/pbx-calls.ts'
