-- Text as it is compared in searches and sorted: small letters, ä like ae, é like e, ø like o. `text/folding.ts` of platform folds in the same way.
CREATE OR REPLACE FUNCTION folded(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN octet_length(written) = char_length(written) THEN lower(written)
    ELSE translate(regexp_replace(normalize(replace(replace(replace(replace(replace(replace(lower(normalize(written, NFC)),
      'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), NFD), '[\u0300-\u036f]', '', 'g'), 'øłđ', 'old') END
$$;

-- Lists of logins by name and mail address, page by page, without sorting all of them each time.
CREATE INDEX login_by_name ON login (tenant_id, klinke.folded(name), id);
CREATE INDEX login_by_email ON login (tenant_id, email, id);
