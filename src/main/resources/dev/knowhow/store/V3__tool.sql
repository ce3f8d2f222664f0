CREATE TABLE tools (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  about TEXT NOT NULL,
  house TEXT NOT NULL,
  from_template TEXT NOT NULL,
  newest BIGINT NOT NULL,
  added_at BIGINT NOT NULL,
  added_by TEXT NOT NULL
);

CREATE TABLE tool_versions (
  tool_id TEXT NOT NULL REFERENCES tools (id),
  number BIGINT NOT NULL,
  files_sha256 TEXT NOT NULL,
  added_at BIGINT NOT NULL,
  added_by TEXT NOT NULL,
  PRIMARY KEY (tool_id, number)
);
