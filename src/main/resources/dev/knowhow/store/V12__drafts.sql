ALTER TABLE tool_versions ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE tool_versions ADD COLUMN reason TEXT NOT NULL DEFAULT '';

CREATE TABLE drafts (
  tool_id TEXT NOT NULL PRIMARY KEY REFERENCES tools (id),
  based_on BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  saved_at BIGINT NOT NULL,
  saved_by TEXT NOT NULL
);

CREATE TABLE draft_files (
  tool_id TEXT NOT NULL REFERENCES drafts (tool_id),
  path TEXT NOT NULL,
  bytes BYTEA NOT NULL,
  PRIMARY KEY (tool_id, path)
);

CREATE TABLE draft_changes (
  tool_id TEXT NOT NULL REFERENCES drafts (tool_id),
  number BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  words TEXT NOT NULL,
  place TEXT NOT NULL,
  moves BIGINT NOT NULL,
  undone BIGINT NOT NULL,
  saved_at BIGINT NOT NULL,
  saved_by TEXT NOT NULL,
  person_id TEXT NOT NULL,
  PRIMARY KEY (tool_id, number)
);

CREATE TABLE draft_change_files (
  tool_id TEXT NOT NULL,
  number BIGINT NOT NULL,
  path TEXT NOT NULL,
  before BYTEA,
  after BYTEA,
  PRIMARY KEY (tool_id, number, path),
  FOREIGN KEY (tool_id, number) REFERENCES draft_changes (tool_id, number) ON DELETE CASCADE
);
