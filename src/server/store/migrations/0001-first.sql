-- Ids, tokens and bodies are base64url text, as in the API: nothing is converted on the way. They
-- are compared byte by byte (COLLATE "C").

CREATE TABLE household (
  id text COLLATE "C" PRIMARY KEY,
  -- SHA-256 of the token.
  token_hash text COLLATE "C" NOT NULL,
  -- The number of writes so far, and the number (seq) of the latest one.
  head bigint NOT NULL DEFAULT 0,
  -- XOR of the tags of all documents.
  sum text COLLATE "C" NOT NULL,
  docs bigint NOT NULL DEFAULT 0,
  bytes bigint NOT NULL DEFAULT 0,
  seen_on date NOT NULL DEFAULT current_date
);

CREATE TABLE doc (
  household text COLLATE "C" NOT NULL REFERENCES household ON DELETE CASCADE,
  id text COLLATE "C" NOT NULL,
  -- The number of writes of this document.
  n bigint NOT NULL,
  -- The head of the household when it was written.
  seq bigint NOT NULL,
  -- The tag at the end of the body, so that `versions` does not read all bodies.
  tag text COLLATE "C" NOT NULL,
  body text COLLATE "C" NOT NULL,
  PRIMARY KEY (household, id),
  UNIQUE (household, seq)
);

-- A household that one of its phones deleted: the others are told so, and do not make it again.
CREATE TABLE erased (
  id text COLLATE "C" PRIMARY KEY,
  token_hash text COLLATE "C" NOT NULL
);

-- Ciphertext cannot be compressed.
ALTER TABLE doc ALTER COLUMN body SET STORAGE EXTERNAL;

CREATE TABLE invitation (
  id text COLLATE "C" PRIMARY KEY,
  household text COLLATE "C" NOT NULL REFERENCES household ON DELETE CASCADE,
  body text COLLATE "C" NOT NULL,
  expires_at timestamptz NOT NULL
);

CREATE INDEX invitation_household ON invitation (household);
