-- The truth: what sources said, and what the owner decided.

create table home (
    key   text primary key,
    value text not null
) strict;

create table batch (
    id       integer primary key,
    begun    integer not null,              -- Unix seconds
    finished integer,                       -- null while it runs, or where it was cut off
    paths    text    not null,              -- JSON list, as given
    me       text    not null               -- JSON list: who the owner said they are
) strict;

create table file (
    id          integer primary key,
    batch       integer not null references batch (id) on delete cascade,
    name        text    not null,           -- path as taken in, archive!member
    source      text    not null,           -- which source read it
    fingerprint blob    not null,           -- xxh3_128 of its bytes
    finished    integer not null default 0, -- 1 when read to its end
    read        integer not null default 0,
    new         integer not null default 0,
    unchanged   integer not null default 0,
    defects     integer not null default 0,
    unique (batch, name)
) strict;
create index file_fingerprint on file (fingerprint);

create table item (
    id      integer primary key autoincrement,  -- never used twice, so that the index can lag
    digest  blob    not null unique,            -- xxh3_128 of all that is said, origin left out
    shape   text    not null,                   -- Card, Message, Meeting, Note
    channel text    not null default '',
    at      integer,                            -- Unix seconds; null where nothing believable is said
    until   integer,
    subject text    not null default '',
    text    text    not null default '',
    thread  text    not null default '',
    bulk    text    not null default '',
    parties text    not null,                   -- JSON: [role, name, address, kind] each
    fields  text    not null default '',        -- JSON: [name, value, label] each, for cards
    -- derived from the above when it was taken in:
    copies  integer not null,                   -- equal for copies of one message whose Message-IDs differ
    length  integer not null default 0,         -- terms in the index
    copy_of integer                             -- the copy that counts, where this one does not
) strict;
create index item_copies on item (copies);
create index item_at on item (at);
create index item_rare on item (shape) where shape <> 'Message';  -- statements must repeat the condition to use it

create table sighting (                         -- where an item stands: once per place
    item  integer not null references item (id) on delete cascade,
    file  integer not null references file (id) on delete cascade,
    place text    not null,
    primary key (item, file, place)
) strict, without rowid;
create index sighting_file on sighting (file);

create table defect (
    file    integer not null references file (id) on delete cascade,
    place   text    not null,
    reason  text    not null,
    excerpt text    not null
) strict;
create index defect_file on defect (file);

create table decision (                         -- the owner's judgements, superseded, never overwritten
    id      integer primary key,
    left    text    not null,
    right   text    not null,
    verdict text    not null,
    at      integer not null
) strict;

create table mark (                             -- the owner's words about somebody
    handle  text    not null,
    word    text    not null,
    at      integer not null,
    primary key (handle, word)
) strict, without rowid;

-- Derived as items come in; follows its items and files when they go.

create table handle (
    id    integer primary key,
    kind  text    not null,
    value text    not null,
    unique (kind, value)
) strict;

create table participant (
    item   integer not null references item (id) on delete cascade,
    handle integer not null references handle (id),
    role   text    not null,                    -- from, to, cc, present, about, owner, named, mentioned, signed
    at     integer,                             -- the item's, so that a timeline is read off the index
    primary key (item, handle, role)
) strict, without rowid;
create index participant_handle on participant (handle, at desc, item);

create table called (                           -- names written beside a handle, counted per file
    file   integer not null references file (id) on delete cascade,
    handle integer not null references handle (id),
    name   text    not null,
    times  integer not null,
    primary key (file, handle, name)
) strict, without rowid;
create index called_handle on called (handle);

create table fact (
    item      integer not null references item (id) on delete cascade,
    handle    integer not null references handle (id),
    attribute text    not null,
    value     text    not null,
    primary key (item, handle, attribute, value)
) strict, without rowid;
create index fact_handle on fact (handle);

-- Derived by `refresh` from all of the above; replaced whole.

create table owner (
    handle integer primary key references handle (id),
    why    text not null                        -- told, profile, mail, same
) strict;

create table person (
    id    text primary key,
    name  text not null,
    names text not null,                        -- JSON list
    kind  text not null
) strict, without rowid;

create table belongs (
    handle integer primary key references handle (id),
    person text not null,
    alias  text not null                        -- the id this handle would give, so that no id ever dies
) strict;
create index belongs_person on belongs (person);
create index belongs_alias on belongs (alias);

create table judgement (
    left     text not null,
    right    text not null,
    verdict  text not null,
    evidence text not null,                     -- JSON
    points   real not null
) strict;

create table tie (
    person text primary key,
    tie    text not null,                       -- JSON
    as_of  integer not null,
    layer  integer not null,
    state  text not null,
    strength real not null
) strict, without rowid;

create table index_deletion (                   -- items gone from the home that the text index may still hold
    item integer primary key
) strict;

create trigger item_gone after delete on item begin
    insert or ignore into index_deletion (item) values (old.id);
end;
