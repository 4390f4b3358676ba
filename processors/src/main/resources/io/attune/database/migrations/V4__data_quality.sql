-- Data quality: what mapped a record, what is remarkable about it, rejects that can be mended, and figures by source.

-- Mapping and version of its schema, such as web-event/1; several where one fed the next. Null for records of before.
alter table record_ledger add column mapping text;
alter table event add column mapping text;

-- What is remarkable about a record that was accepted nevertheless. No flag holds a value.
create table record_flag (
  record_id   uuid        not null,
  flag        text        not null,
  source      text        not null,
  recorded_at timestamptz not null,
  primary key (record_id, flag)
);
create index record_flag_by_flag on record_flag (flag, recorded_at);

-- The original stays; edited is what is sent in instead. Every edit is kept in reject_edit.
alter table reject add column mapping text;
alter table reject add column edited bytea;
alter table reject add column edited_at timestamptz;
alter table reject add column edited_by text;
alter table reject add column resolved_at timestamptz;
alter table reject add column resolved_by text;
alter table reject add column resolution text;
create index reject_by_source on reject (state, source, code, rejected_at);
create index reject_by_time on reject (state, rejected_at, reject_id);

create table reject_edit (
  reject_id uuid        not null references reject on delete cascade,
  edit      integer     not null,
  edited_at timestamptz not null,
  edited_by text        not null,
  edited    bytea       not null,
  primary key (reject_id, edit)
);

-- One row for each source and hour (kind and field empty), and for each field of each kind of its records. Written by adding, so
-- that any number of nodes may.
create table quality_hour (
  source         text        not null,
  kind           text        not null,
  field          text        not null,
  hour           timestamptz not null,
  records        bigint      not null default 0,
  repeats        bigint      not null default 0,
  rejects        bigint      not null default 0,
  present        bigint      not null default 0,
  outliers       bigint      not null default 0,
  new_categories bigint      not null default 0,
  flagged        bigint      not null default 0,
  newest         timestamptz,
  primary key (source, hour, kind, field)
);
create index quality_hour_by_hour on quality_hour (hour);

-- The same by day, kept for longer.
create table quality_day (like quality_hour including defaults);
alter table quality_day rename column hour to day;
alter table quality_day alter column day type date using (day at time zone 'UTC')::date;
alter table quality_day add primary key (source, day, kind, field);

-- Which values of a field have been seen: a new one is a new category.
create table quality_category (
  source     text        not null,
  field      text        not null,
  value      text        not null,
  first_seen timestamptz not null,
  primary key (source, field, value)
);

-- The newest values of a numeric field, from which outliers are told: amounts and counts, never personal data.
create table quality_sample (
  source     text        not null,
  kind       text        not null,
  field      text        not null,
  figures    jsonb       not null,
  seen       bigint      not null,
  updated_at timestamptz not null,
  primary key (source, kind, field)
);

-- An alert is open from opened_at to closed_at; notified says which of the two the webhook has been told.
create table quality_alert (
  alert_id    uuid        primary key,
  name        text        not null,
  source      text        not null,
  figure      text        not null,
  kind        text        not null,
  field       text        not null,
  reason      text        not null,
  value       double precision not null,
  limit_value double precision not null,
  opened_at   timestamptz not null,
  seen_at     timestamptz not null,
  calm        integer     not null default 0,
  closed_at   timestamptz,
  told        text        check (told in ('opened', 'closed'))
);
create unique index quality_alert_open on quality_alert (name, source, kind, field) where closed_at is null;
create index quality_alert_by_time on quality_alert (opened_at);
