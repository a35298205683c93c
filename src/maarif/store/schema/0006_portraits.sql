-- Derived where the owner has a model: passages that speak for people, as vectors.

create table passage (
    item    integer not null references item (id) on delete cascade,
    handle  integer not null references handle (id),    -- whose portrait it belongs to
    encoder text    not null,                           -- the model's name: vectors of another are made anew
    vector  blob    not null,                           -- float16, of length one
    primary key (item, handle)
) strict, without rowid;
