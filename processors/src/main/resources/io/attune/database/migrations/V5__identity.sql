-- Who is one person where no identifier tells.

-- A node that takes part in matching: one with a name or a birth date. Hashes are keyed, of which 64 bits are kept. An unchanged
-- content is not matched again, but where recheck names a transaction beside which others wrote, so that pairs may have been
-- missed; names_hash and birth_hash tell apart the people who share an identifier.
create table match_node (
  node_id      bigint      primary key,
  content_hash bytea       not null,
  names_hash   bigint,
  birth_hash   bigint,
  matched_at   timestamptz not null,
  recheck      xid8
);
create index match_node_recheck on match_node (node_id) where recheck is not null;

-- The keys under which a node is found (the blocking rules of matching.yaml), keyed hashes as above. Derived: no foreign keys.
create table match_key (
  key     bigint not null,
  node_id bigint not null,
  primary key (key, node_id)
);
create index match_key_of_node on match_key (node_id);

-- Pairs of nodes that were joined by matching, or that somebody should look at, decided to be one person, or refused. bits is
-- the binary logarithm of their odds; it is absent where an identifier proposed them.
create table match_pair (
  pair_id       uuid        primary key default gen_random_uuid(),
  node_low      bigint      not null references identity_node,
  node_high     bigint      not null references identity_node,
  origin        text        not null check (origin in ('probable', 'identifier')),
  state         text        not null check (state in ('review', 'joined', 'accepted', 'refused')),
  cause         text        not null,
  bits          double precision,
  model_version bigint      not null,
  found_at      timestamptz not null,
  decided_at    timestamptz,
  actor         text,
  remark        text,
  unique (node_low, node_high),
  check (node_low < node_high)
);
create index match_pair_open on match_pair (bits desc nulls first, pair_id) where state = 'review';
create index match_pair_of_high on match_pair (node_high);

-- People who were told apart: no profile may hold nodes of both sides, until somebody accepts them as one after all.
create table separation (
  separation_id uuid        not null,
  side          smallint    not null check (side in (0, 1)),
  node_id       bigint      not null references identity_node,
  decided_at    timestamptz not null,
  primary key (separation_id, side, node_id)
);
create index separation_of_node on separation (node_id);

-- What matching learned of the store: ciphertext, since it holds hashes of common names. The newest version is in use.
create table match_model (
  version    bigint generated always as identity primary key,
  learned_at timestamptz not null,
  actor      text        not null,
  nodes      bigint      not null,
  model      bytea       not null
);

-- Runs of the job that matches the whole store. pending holds the pairs that a run has found and not yet applied.
create table match_run (
  run_id     uuid        primary key,
  source     text,
  actor      text        not null,
  phase      text        not null check (phase in ('reading', 'learning', 'joining', 'done', 'failed')),
  done       bigint      not null default 0,
  total      bigint      not null default 0,
  joined     bigint      not null default 0,
  reviewed   bigint      not null default 0,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  message    text
);
create table match_pending (
  run_id    uuid             not null references match_run,
  position  bigint           not null,
  node_low  bigint           not null,
  node_high bigint           not null,
  log_odds  double precision not null,
  primary key (run_id, position)
);
