-- Who has changed something last, for whoever wants to change it too.
CREATE INDEX audit_log_subject ON audit_log (subject_id, id);
