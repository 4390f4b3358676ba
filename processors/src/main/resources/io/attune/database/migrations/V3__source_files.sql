-- Files that a source delivered, by a keyed hash of what they hold, so that one that comes again is recognised under any name.
create table source_file (
  source       text        not null,
  content_hash bytea       not null,
  name         text        not null,
  state        text        not null check (state in ('read', 'failed')),
  reason       text,
  records      bigint      not null,
  rejects      bigint      not null,
  read_at      timestamptz not null,
  repeats      integer     not null default 0,
  last_at      timestamptz not null,
  last_name    text,
  primary key (source, content_hash)
);
