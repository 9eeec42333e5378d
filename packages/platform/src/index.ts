export { apiKeyRoutes } from './api-keys/routes.ts'
export { createApiKey, findApiKeyHolder, hasOperatorKey, type KeyPrincipal, revokeApiKey } from './api-keys/store.ts'
export { auditRoutes } from './audit/audit-routes.ts'
export { type Deed, noteDeed } from './audit/audit-store.ts'
export { BlobSpool } from './blobs/blob-spool.ts'
export type { BlobStore, LentFile } from './blobs/blob-store.ts'
export { BucketBlobStore } from './blobs/bucket-blob-store.ts'
export { FolderBlobStore, StorageAway, StorageFailed } from './blobs/folder-blob-store.ts'
export { type S3Access, S3Bucket } from './blobs/s3-bucket.ts'
export { removeTenantFolder, tenantFolders } from './blobs/tenant-folders.ts'
export { systemClock } from './clock/system-clock.ts'
export { FolderInUse, FolderLock } from './data-folder/folder-lock.ts'
export type { ChangedRows } from './database/changed-rows.ts'
export { Database } from './database/database.ts'
export { DatabaseSetupRefused, DatabaseUnavailable, EmbeddedPostgresFailed, errorCode, isAway, MigrationFailed } from './database/errors.ts'
export type { MigrationFolder } from './database/migrations.ts'
export type { Listening, Subscription } from './database/notification-listener.ts'
export { type OpenDatabaseOptions, openDatabase } from './database/open-database.ts'
export { changedKeys, PatchedMap, patched, patchedInOrder } from './database/patched-map.ts'
export { type SnapshotSource, Snapshots, type SnapshotsOptions } from './database/snapshots.ts'
export { type Principal, Tx, type TxScope } from './database/tx.ts'
export { violatedConstraint } from './database/violated-constraint.ts'
export { ConfigurationChanges } from './event-stream/configuration-changes.ts'
export { type ApiEvent, OF_OPERATOR, type StampedEvent, type TellEvent, TOPICS, type Topic } from './event-stream/event.ts'
export { EventHub } from './event-stream/event-hub.ts'
export { EventSockets } from './event-stream/event-sockets.ts'
export { eventProblems, eventRoutes } from './event-stream/routes.ts'
export { Upgrades } from './event-stream/upgrades.ts'
export {
  type Access,
  type Api,
  type ApiRoutes,
  checkedByHandler,
  type FastifyReply,
  type FastifyRequest,
  type Holder,
  inArea,
  ofOwnExtension,
  seenByAll,
} from './http/api.ts'
export { type ApiLimits, DEFAULT_API_LIMITS, holderOf, isOwn, loginBehind, principalOf, sessionOf } from './http/authentication.ts'
export { Forbidden, InUse, InvalidRequest, NoSuchRoute, NotFound, OperatorOnly, TooManyRequests, type UsedBy } from './http/errors.ts'
export { type FieldIssue, fieldText } from './http/field-texts.ts'
export { type GermanWords, inGerman, missingGerman } from './http/openapi/in-german.ts'
export { decodeCursor, encodeCursor, type Page, page, pageOf, pageQuery } from './http/paging.ts'
export type { ProblemKind, ProblemTable } from './http/problem.ts'
export { RateLimit, type RateLimitOptions } from './http/rate-limit.ts'
export { AREAS, type Area, mayIn, type Rights, rightsSchema, withinRights } from './http/rights.ts'
export { originOf } from './http/same-origin.ts'
export { matcher, matching, searchQuery } from './http/search.ts'
export { API_PREFIX, type ApiServerOptions, createApiServer } from './http/server.ts'
export {
  byColumn,
  byName,
  isBehind,
  type Place,
  type Sort,
  type SortedBy,
  type Sorting,
  sortedPage,
  sortingOf,
  sortQuery,
} from './http/sorting.ts'
export { inScope, owningTenant, seenTenant, seenTenants } from './http/tenant-scope.ts'
export { inBoth, messageIn } from './i18n/in-both.ts'
export { type Language, preferredLanguage, type Text } from './i18n/language.ts'
export { jsonLogger, type LogLevel } from './log/json-logger.ts'
export type { Mail, MailSender } from './mail/mail-sender.ts'
export type { MailSource, ReceivedMail } from './mail/mail-source.ts'
export { openMailSource } from './mail/open-mail-source.ts'
export type { ReadMail } from './mail/parse-mail.ts'
export { readMail } from './mail/read-mail.ts'
export { smtpMailSender } from './mail/smtp-mail-sender.ts'
export { platformMigrations } from './migrations.ts'
export { guardedLookup, PrivateAddress } from './outbound/guarded-lookup.ts'
export { privateAddresses } from './outbound/private-addresses.ts'
export { makePaper, PaperFailed } from './paper/make-paper.ts'
export type { Paper, PaperColumn, PaperField, PaperPart } from './paper/paper.ts'
export { systemRandom } from './random/system-random.ts'
export { SecretBox, SecretUnreadable } from './secrets/secret-box.ts'
export { signInProblems } from './sign-in/errors.ts'
export { followSessionEnds, type SessionEnds } from './sign-in/follow-session-ends.ts'
export { assertFreshlyProved } from './sign-in/fresh-proof.ts'
export { type InvitationServices, invite, NoMail } from './sign-in/invite.ts'
export { deleteLogins, EmailTaken, insertLogin, LOGIN_COLUMNS, type Login, loginOf, type NewLogin, normalEmail } from './sign-in/login.ts'
export { factsOfLogins, type LoginFacts, removeSecondFactor } from './sign-in/login-facts.ts'
export { PasswordHasher } from './sign-in/password-hash.ts'
export { storePassword } from './sign-in/passwords.ts'
export { type SignInRoutesOptions, signInRoutes, type Whereabouts } from './sign-in/routes.ts'
export { secondFactorPolicyRoutes } from './sign-in/second-factor-policy.ts'
export { SignIn } from './sign-in/sign-in.ts'
export type { LoginTable, SignInTables } from './sign-in/tables.ts'
export { singleSignOnProblems } from './single-sign-on/errors.ts'
export { singleSignOnRoutes } from './single-sign-on/settings-routes.ts'
export type { Cell, Column, Sheet } from './table-export/sheet.ts'
export { sheetCsv } from './table-export/sheet-csv.ts'
export { writeWorkbook } from './table-export/write-workbook.ts'
export { type FileToZip, zipOf } from './table-export/zip.ts'
export { decodeText } from './table-import/decode-text.ts'
export { type ImportField, type Mapping, MappingInvalid } from './table-import/fields.ts'
export {
  type ImportCounts,
  type ImportedChange,
  type ImportSubject,
  ImportUndone,
  insertImport,
  listImports,
  type StoredImport,
  type TakeBack,
  undoImport,
} from './table-import/imports.ts'
export { ImportJobs } from './table-import/jobs/import-jobs.ts'
export { type ImportProgress, rowsAtATime, unfollowed } from './table-import/jobs/import-progress.ts'
export { addImportJobs } from './table-import/jobs/job-routes.ts'
export {
  type CellProblem,
  type Cells,
  type ReadRow,
  type ReadRows,
  type RowProblem,
  readRows,
} from './table-import/read-rows.ts'
export {
  importCounts,
  importView,
  MAX_SHOWN_PROBLEMS,
  MAX_SHOWN_ROWS,
  rowProblemView,
  type TableQuery,
  tableImportProblems,
  tableOf,
  tableQuery,
  tableView,
  undoneView,
  viewOfImport,
  viewOfProblem,
  viewOfTable,
} from './table-import/schemas.ts'
export { MAX_TABLE_OCTETS, type Table, type TableRow, TableUnreadable } from './table-import/table.ts'
export { UPLOAD_TYPES, uploadedOctets, withUploads } from './table-import/upload.ts'
export { isWorkbook } from './table-import/workbook/unpack.ts'
export { csvInPieces, withoutGuard, writeCsv } from './table-import/write-csv.ts'
export { digitsOfNumber, folded, loose, plain } from './text/folding.ts'
export { guardedPost } from './webhooks/post.ts'
export { webhookProblems, webhookRoutes } from './webhooks/routes.ts'
export { Webhooks, type WebhooksOptions } from './webhooks/webhooks.ts'
