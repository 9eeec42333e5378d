-- Reports that failed are tried again: they are found as those that wait are.
DROP INDEX privacy_request_waiting;
CREATE INDEX privacy_request_waiting ON privacy_request (id) WHERE kind IN ('access', 'portability') AND state IN ('waiting', 'failed');
