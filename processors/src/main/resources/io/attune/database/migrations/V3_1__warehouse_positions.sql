-- How far each table of a warehouse has been written by 'attune warehouse export'. full_since is set while a full export is
-- under way: one that broke off is gone on with.
create table warehouse_position (
  target     text        not null,
  relation   text        not null,
  changed    timestamptz,
  full_since timestamptz,
  updated_at timestamptz not null,
  primary key (target, relation)
);
