CREATE TABLE blobs (
  sha256 TEXT NOT NULL,
  part BIGINT NOT NULL,
  bytes BYTEA NOT NULL,
  PRIMARY KEY (sha256, part)
);

CREATE TABLE workspace (
  only_one BIGINT NOT NULL PRIMARY KEY CHECK (only_one = 1),
  name TEXT NOT NULL,
  trade TEXT NOT NULL,
  zone TEXT NOT NULL
);

CREATE TABLE people (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('OWNER', 'BUILDER', 'RUNNER')),
  password_hash TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE sessions (
  token_sha256 TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);

CREATE INDEX sessions_by_person ON sessions (person_id);

CREATE TABLE secrets (
  name TEXT NOT NULL PRIMARY KEY,
  host TEXT NOT NULL,
  hint TEXT NOT NULL,
  sealed BYTEA NOT NULL,
  sealed_at BIGINT NOT NULL
);

CREATE TABLE audit_trail (
  id TEXT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  person_id TEXT NOT NULL,
  person_name TEXT NOT NULL,
  what TEXT NOT NULL,
  affected TEXT NOT NULL
);

CREATE INDEX audit_trail_by_time ON audit_trail (at);
