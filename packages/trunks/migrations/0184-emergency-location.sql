-- Whether a carrier takes the address of the caller's site as a location object (RFC 6442).
ALTER TABLE carrier ADD COLUMN emergency_location text NOT NULL DEFAULT 'none' CHECK (emergency_location IN ('none', 'pidf-lo'));
