-- The figures that a phone of a household publishes, as OpenMetrics text. Whoever has their token
-- may read them; the server stores only its SHA-256.

CREATE TABLE figures (
  household text COLLATE "C" PRIMARY KEY REFERENCES household ON DELETE CASCADE,
  token_hash text COLLATE "C" NOT NULL,
  text text NOT NULL,
  published_at timestamptz NOT NULL
);

-- Two households have the same token while one of them moves to another secret.
CREATE INDEX figures_token ON figures (token_hash);
