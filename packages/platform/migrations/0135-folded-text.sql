-- Text as it is compared in searches: small letters, ä like ae, é like e. `http/search.ts` folds in the same way.
CREATE FUNCTION folded(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN octet_length(written) = char_length(written) THEN lower(written)
    ELSE regexp_replace(normalize(replace(replace(replace(replace(lower(normalize(written, NFC)),
      'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'), NFD), '[\u0300-\u036f]', '', 'g') END
$$;
