-- Features that were missing and for which the model put a value of its own; null where there were none.
alter table score add column imputed text[];
