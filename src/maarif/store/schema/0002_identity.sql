-- What who-is-who keeps between processes, so that newcomers are compared with their blocks only. All but the last two
-- is derived and may be emptied at any moment: it is then made anew. Handles stand here by their text ("email:a@b.c").

create table known (                            -- every handle's profile, as it was last compared
    handle  text primary key,
    profile text not null                       -- JSON list of its fields
) strict, without rowid;

create table met (                              -- under which keys a handle is met; "first x", "last x": names
    key    text not null,
    member text not null,
    primary key (key, member)
) strict, without rowid;

create table counted (                          -- how many bear a name or a word of it, or know a handle
    word  text primary key,
    times integer not null
) strict, without rowid;

create table weighed (                          -- pairs near a bar: alone, and with all that is known of both people
    left          text    not null,
    right         text    not null,
    verdict       text    not null,
    points        real    not null,
    told          blob    not null,             -- places of the rules that spoke
    guard         integer not null,
    again_verdict text,                         -- null where nothing is said of the pair in the end
    again_points  real,
    again_told    blob,
    again_guard   integer,
    primary key (left, right)
) strict, without rowid;
create index weighed_right on weighed (right);

create table stirred (                          -- handles whose profile may be another since it was last compared
    handle text primary key
) strict, without rowid;

create index judgement_pair on judgement (left, right);
create index judgement_points on judgement (verdict, points desc);

-- The truth: decisions that were taken in one act are taken back in one (null: an act of its own); "right" is 'me' where
-- the owner says whether an address is their own.
alter table decision add column act integer;
create index decision_act on decision (act);
create index participant_owner on participant (handle, item) where role = 'owner';
