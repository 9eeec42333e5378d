-- When a key was last used, to within a few minutes.
ALTER TABLE api_key ADD COLUMN last_used_at timestamptz;
