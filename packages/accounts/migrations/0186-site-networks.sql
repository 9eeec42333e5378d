-- From which addresses browsers come that are at the site: who telephones by one from elsewhere is warned that help is sent to the site.
ALTER TABLE site ADD COLUMN networks text[] NOT NULL DEFAULT '{}';
