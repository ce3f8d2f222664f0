CREATE TABLE clients (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  added_at BIGINT NOT NULL,
  closed_at BIGINT
);

ALTER TABLE people ADD COLUMN decides TEXT NOT NULL DEFAULT '';

ALTER TABLE people ADD COLUMN client_id TEXT;

ALTER TABLE people ADD COLUMN suspended_at BIGINT;

ALTER TABLE people ADD COLUMN removed_at BIGINT;

CREATE TABLE invitations (
  id TEXT NOT NULL PRIMARY KEY,
  token_sha256 TEXT NOT NULL UNIQUE,
  whom TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('OWNER', 'BUILDER', 'RUNNER')),
  decides TEXT NOT NULL,
  client_id TEXT,
  invited_by TEXT NOT NULL,
  invited_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  ended_at BIGINT
);

CREATE INDEX invitations_open ON invitations (ended_at, invited_at);
