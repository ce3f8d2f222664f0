CREATE TABLE model_connections (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('ANTHROPIC', 'OPENAI_COMPATIBLE')),
  base_url TEXT NOT NULL,
  anthropic_version TEXT NOT NULL CHECK (anthropic_version IN ('V2026_10_21', 'V2023_06_01')),
  has_key BIGINT NOT NULL CHECK (has_key IN (0, 1)),
  added_at BIGINT NOT NULL
);

CREATE TABLE model_tiers (
  tier TEXT NOT NULL PRIMARY KEY CHECK (tier IN ('ECONOMY', 'STANDARD', 'BEST')),
  connection_id TEXT NOT NULL REFERENCES model_connections (id),
  model TEXT NOT NULL
);
