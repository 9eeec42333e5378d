export { admits } from './admits.ts'
export { MemoryRecords } from './memory-records.ts'
export { TestExchange, type TestExchangeOptions } from './test-exchange.ts'
