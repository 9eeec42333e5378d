-- Lists by name, page by page: of extensions (by number there is extension_by_number), and of all customers.
CREATE INDEX extension_by_name ON extension (tenant_id, klinke.folded(name), id);
CREATE INDEX tenant_by_name ON tenant (klinke.folded(name), id);
